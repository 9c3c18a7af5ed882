package io.custard.auth.mail;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The way out for mails. */
@ApplicationScoped
public class MailQueue {

  /** Adds to Hibernate's current transaction; sent, within seconds, if that commits. */
  public Uni<Void> add(QueuedMail mail) {
    return Panache.getSession()
        .chain(session -> session.persist(new MailEntity(mail, Instant.now())));
  }
}
