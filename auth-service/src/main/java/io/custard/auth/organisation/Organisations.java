package io.custard.auth.organisation;

import io.custard.access.Caller;
import io.custard.access.Role;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.member.Organisation;
import io.custard.auth.member.User;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** What people do with their organisations, but for their end. */
@ApplicationScoped
class Organisations {
  /** One person is in no more by founding them. */
  private static final int MOST = 50;

  private final Memberships memberships;
  private final IdentityChanges changes;
  private final AuditLog audit;

  Organisations(Memberships memberships, IdentityChanges changes, AuditLog audit) {
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
    return memberships
        .getSession()
        .chain(session ->
            session.find(User.class, caller.userId().value(), LockModeType.PESSIMISTIC_WRITE))
        .onItem()
        .ifNull()
        .failWith(Memberships::noOrganisation)
        .call(user -> requireRoom(caller))
        .chain(user -> founded(caller, user, Organisation.named(name)))
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
                act(caller, caller.organisationId(), "organisation.renamed").with("name", name)))
        .chain(renamed -> mine(caller))
        .map(OrganisationView::of);
  }

  private Uni<Membership> mine(Caller caller) {
    return memberships
        .one(caller.organisationId(), caller.userId())
        .map(found -> found.orElseThrow(Memberships::noOrganisation));
  }

  private Uni<Membership> founded(Caller caller, User user, Organisation made) {
    Membership owner = new Membership(user, made, Role.OWNER);
    return memberships
        .getSession()
        .chain(session -> session.persistAll(made, owner))
        .chain(() -> changes.organisationChanged(made))
        .chain(() -> changes.memberChanged(owner))
        .chain(() ->
            audit.tell(
                act(caller, made.organisationId(), "organisation.created")
                    .with("name", made.name())))
        .replaceWith(owner);
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

  private static Act act(Caller caller, OrganisationId organisation, String action) {
    return Act.of(organisation, caller.userId(), caller.address(), action);
  }
}
