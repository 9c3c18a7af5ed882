package io.custard.auth.organisation;

import io.custard.access.Caller;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What people do with their organisations, but for their end. */
@ApplicationScoped
class Organisations {
  /** One person is in no more by founding them. */
  private static final int MOST = 50;

  private final OwnOrganisation own;
  private final Memberships memberships;
  private final IdentityChanges changes;
  private final AuditLog audit;

  Organisations(
      OwnOrganisation own, Memberships memberships, IdentityChanges changes, AuditLog audit) {
    this.own = own;
    this.memberships = memberships;
    this.changes = changes;
    this.audit = audit;
  }

  @WithSession
  Uni<List<OrganisationView>> of(Caller caller) {
    return memberships
        .of(caller.userId())
        .map(found -> found.stream().map(OrganisationView::of).toList());
  }

  @WithSession
  Uni<OrganisationView> current(Caller caller) {
    return mine(caller).map(OrganisationView::of);
  }

  /** The caller owns it; their present log-in stays where it is. */
  @WithTransaction
  Uni<OrganisationView> found(Caller caller, String name) {
    return own.locked(caller.userId())
        .onItem()
        .ifNull()
        .failWith(Memberships::noOrganisation)
        .call(user -> requireRoom(caller))
        .chain(user -> own.found(user, name, caller.address()))
        .map(OrganisationView::of);
  }

  @WithTransaction
  Uni<OrganisationView> rename(Caller caller, String name) {
    return memberships
        .locked(caller.organisationId())
        .invoke(organisation -> organisation.rename(name))
        .call(changes::organisationChanged)
        .call(renamed ->
            audit.tell(
                Act.of(
                        caller.organisationId(),
                        caller.userId(),
                        caller.address(),
                        "organisation.renamed")
                    .with("name", name)))
        .chain(renamed -> mine(caller))
        .map(OrganisationView::of);
  }

  private Uni<Membership> mine(Caller caller) {
    return memberships
        .one(caller.organisationId(), caller.userId())
        .map(found -> found.orElseThrow(Memberships::noOrganisation));
  }

  private Uni<Void> requireRoom(Caller caller) {
    return memberships
        .count("userId", caller.userId().value())
        .invoke(count -> {
          if (count >= MOST) {
            throw new CustardException(
                ErrorCode.ORGANISATION_LIMIT, "Leave or delete an organisation first.");
          }
        })
        .replaceWithVoid();
  }
}
