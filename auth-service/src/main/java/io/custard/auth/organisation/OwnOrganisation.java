package io.custard.auth.organisation;

import io.custard.access.Role;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.member.Organisation;
import io.custard.auth.member.User;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

/** Founds organisations whose founder owns them. */
@ApplicationScoped
public class OwnOrganisation {
  private final Memberships memberships;
  private final IdentityChanges changes;
  private final AuditLog audit;

  OwnOrganisation(Memberships memberships, IdentityChanges changes, AuditLog audit) {
    this.memberships = memberships;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * Who left or was put out of every organisation gets one of their own, as at sign-up: they must
   * still be able to log in, to accept an invitation or to delete their account.
   *
   * @return false when they are a member somewhere, active or not
   */
  @WithTransaction
  public Uni<Boolean> foundIfNowhere(UserId user, String address) {
    return locked(user)
        .chain(person ->
            memberships
                .count("userId", user.value())
                .chain(places ->
                    places == 0 && person != null
                        ? found(person, nameFor(person), address).replaceWith(true)
                        : Uni.createFrom().item(false)));
  }

  /** In the caller's transaction. */
  Uni<Membership> found(User founder, String name, @Nullable String address) {
    Organisation made = Organisation.named(name);
    Membership owner = new Membership(founder, made, Role.OWNER);
    return memberships
        .getSession()
        .chain(session -> session.persistAll(made, owner))
        .chain(() -> changes.organisationChanged(made))
        .chain(() -> changes.memberChanged(owner))
        .chain(() ->
            audit.tell(
                Act.of(made.organisationId(), founder.userId(), address, "organisation.created")
                    .with("name", name)))
        .replaceWith(owner);
  }

  /** The person until the transaction ends: of two who found at once the second counts both. */
  Uni<@Nullable User> locked(UserId user) {
    return memberships
        .getSession()
        .chain(session -> session.find(User.class, user.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  private static String nameFor(User person) {
    return person.email().substring(0, person.email().indexOf('@')) + "'s organisation";
  }
}
