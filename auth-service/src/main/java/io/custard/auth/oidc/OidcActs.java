package io.custard.auth.oidc;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.session.Client;
import io.custard.outbox.Outbox;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Tells the audit log who came back from a provider in vain, and of what was committed. */
@ApplicationScoped
class OidcActs {
  private final AuditLog audit;
  private final Outbox outbox;

  OidcActs(AuditLog audit, Outbox outbox) {
    this.audit = audit;
    this.outbox = outbox;
  }

  Uni<Void> refused(OidcFlow flow, Client client, ErrorCode code) {
    String actor = flow.linkFor().map(user -> "user:" + user).orElse("unknown");
    String action = flow.linkFor().isPresent() ? "login_link.added" : "session.begun";
    Act act =
        new Act(
            null, actor, client.address(), action, code.name(), Map.of("provider", flow.provider));
    return Panache.withTransaction(() -> audit.tell(act)).invoke(outbox::kick);
  }

  void committed() {
    outbox.kick();
  }
}
