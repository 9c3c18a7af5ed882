package io.custard.auth.housekeeping;

import io.custard.auth.link.MailedLinks;
import io.custard.auth.oidc.OidcFlows;
import io.custard.auth.session.Sessions;
import io.custard.auth.signup.PendingSignUps;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Every hour: links, sign-ups, sessions and log-ins by others that are over. Two replicas at once
 * do no harm.
 */
@ApplicationScoped
class ForgetOld {
  private static final Logger LOG = Logger.getLogger(ForgetOld.class);

  private final MailedLinks links;
  private final PendingSignUps signUps;
  private final Sessions sessions;
  private final OidcFlows flows;

  ForgetOld(MailedLinks links, PendingSignUps signUps, Sessions sessions, OidcFlows flows) {
    this.links = links;
    this.signUps = signUps;
    this.sessions = sessions;
    this.flows = flows;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> run() {
    return Panache.withTransaction(() ->
            links
                .forgetOld()
                .chain(signUps::forgetOld)
                .chain(sessions::forgetOld)
                .chain(flows::forgetOld))
        .replaceWithVoid()
        .onFailure()
        .invoke(e -> LOG.warnf("Old rows stay for another hour: %s", e))
        .onFailure()
        .recoverWithNull();
  }
}
