package io.custard.auth.organisation;

import io.custard.access.Caller;
import io.custard.access.Role;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.member.Organisation;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The end of an organisation, and of somebody's time in it. */
@ApplicationScoped
public class EndOrganisation {
  private final Memberships memberships;
  private final IdentityChanges changes;
  private final AuditLog audit;

  EndOrganisation(Memberships memberships, IdentityChanges changes, AuditLog audit) {
    this.memberships = memberships;
    this.changes = changes;
    this.audit = audit;
  }

  /** Only by an owner, who types its name as it is written. */
  @WithTransaction
  Uni<Void> delete(Caller caller, String typedName) {
    return memberships
        .locked(caller.organisationId())
        .invoke(organisation -> requireSame(organisation, typedName))
        .call(() -> requireOwner(caller))
        .call(organisation ->
            audit.tell(act(caller, "organisation.deleted").with("name", organisation.name())))
        .chain(this::end);
  }

  /** Fails with {@code ORGANISATION_LAST_OWNER} for whom nobody would follow. */
  @WithTransaction
  Uni<Void> leave(Caller caller) {
    return memberships
        .locked(caller.organisationId())
        .chain(locked -> memberships.member(caller.organisationId(), caller.userId()))
        .call(memberships::requireOwnerWithout)
        .call(() -> audit.tell(act(caller, "organisation.left")))
        .chain(changes::memberRemoved);
  }

  /**
   * Ends every membership, then the organisation, in the caller's transaction, which holds its
   * lock. Invitations and API tokens go with the row.
   */
  public Uni<Void> end(Organisation organisation) {
    return memberships
        .in(organisation.organisationId())
        .chain(all ->
            Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(changes::memberRemoved)
                .collect()
                .last())
        .chain(() -> changes.organisationDeleted(organisation))
        .chain(memberships::getSession)
        .chain(session -> session.flush().chain(() -> session.remove(organisation)));
  }

  private Uni<Void> requireOwner(Caller caller) {
    return memberships
        .member(caller.organisationId(), caller.userId())
        .map(Membership::role)
        .invoke(role -> {
          if (role != Role.OWNER) {
            throw new CustardException(
                ErrorCode.AUTH_FORBIDDEN, "Only an owner may delete the organisation.");
          }
        })
        .replaceWithVoid();
  }

  private static void requireSame(Organisation organisation, String typedName) {
    if (!organisation.name().equals(typedName)) {
      throw new CustardException(
          ErrorCode.REQUEST_INVALID, "Type the name of the organisation exactly as it is written.");
    }
  }

  private static Act act(Caller caller, String action) {
    return Act.of(caller.organisationId(), caller.userId(), caller.address(), action);
  }
}
