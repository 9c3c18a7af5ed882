package io.custard.auth.account;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.member.User;
import io.custard.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes what happened to an account to the audit log of every organisation its person is in: each
 * has a right to know, whichever they were logged in to.
 */
@ApplicationScoped
class AccountActs {
  private final AuditLog audit;
  private final Memberships memberships;
  private final Outbox outbox;

  AccountActs(AuditLog audit, Memberships memberships, Outbox outbox) {
    this.audit = audit;
    this.memberships = memberships;
    this.outbox = outbox;
  }

  /** In the caller's transaction. */
  Uni<Void> tell(User user, Act act) {
    return memberships
        .of(user.userId())
        .chain(all ->
            Multi.createFrom()
                .iterable(all)
                .map(Membership::organisationId)
                .onItem()
                .transformToUniAndConcatenate(organisation -> audit.tell(act.at(organisation)))
                .collect()
                .last())
        .replaceWithVoid();
  }

  void committed() {
    outbox.kick();
  }
}
