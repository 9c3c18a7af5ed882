package io.custard.auth.invitation;

import io.custard.access.Caller;
import io.custard.access.Role;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

/**
 * Takes somebody into the organisation that invited them. The link proves the address: who has no
 * account gets one with it, and who has one must be logged in to it, so that a link alone never
 * opens an account. An invitation is good once, and only while its inviter could still send it.
 */
@ApplicationScoped
class AcceptInvitation {
  private final InvitationTable table;
  private final Memberships memberships;
  private final IdentityChanges changes;
  private final AuditLog audit;

  AcceptInvitation(
      InvitationTable table, Memberships memberships, IdentityChanges changes, AuditLog audit) {
    this.table = table;
    this.memberships = memberships;
    this.changes = changes;
    this.audit = audit;
  }

  /** Somebody without an account. */
  record NewPerson(@Nullable String name, String passwordHash, @Nullable String address) {
    @Override
    public String toString() {
      return "NewPerson[…]";
    }
  }

  /**
   * The invited address; fails with {@code INVITATION_INVALID}, and with {@code AUTH_REQUIRED}
   * where the address has an account: whoever holds the link may know that, it came by its mail.
   */
  @WithSession
  Uni<String> addressWithoutAccount(String token) {
    return table.byLink(token).map(invitation -> invitation.email).call(this::requireNoAccount);
  }

  /** Two at once make one account. */
  @WithTransaction
  Uni<Membership> asNewPerson(String token, NewPerson person) {
    return locked(token)
        .call(invitation -> requireNoAccount(invitation.email))
        .chain(invitation -> {
          User user = User.verified(invitation.email, person.name(), person.passwordHash());
          return stored(user).chain(() -> joined(invitation, user, person.address()));
        });
  }

  /** Fails with {@code INVITATION_INVALID} for anybody but whom it was sent to. */
  @WithTransaction
  Uni<Membership> asMyself(String token, Caller caller) {
    return locked(token)
        .chain(invitation ->
            memberships
                .getSession()
                .chain(session ->
                    session.find(
                        User.class, caller.userId().value(), LockModeType.PESSIMISTIC_WRITE))
                .invoke(user -> requireAddressed(invitation, user))
                .chain(user -> joined(invitation, user, caller.address())));
  }

  private Uni<Void> stored(User user) {
    return memberships
        .getSession()
        .chain(session -> session.persist(user).chain(session::flush))
        .onFailure(People::isEmailTaken)
        .transform(taken -> hasAccount())
        .chain(() -> changes.personChanged(user));
  }

  /** The organisation first, as everywhere. */
  private Uni<Invitation> locked(String token) {
    return table
        .placeOf(token)
        .chain(memberships::locked)
        .chain(organisation -> table.redeemed(token))
        .call(this::requireInviter);
  }

  private Uni<Void> requireInviter(Invitation invitation) {
    return memberships
        .one(invitation.organisation(), invitation.inviter())
        .invoke(inviter -> {
          boolean could =
              inviter
                  .filter(Membership::isActive)
                  .map(Membership::role)
                  .filter(role -> role.isAtLeast(Role.ADMIN) && role.isAtLeast(invitation.role()))
                  .isPresent();
          if (!could) {
            throw InvitationTable.invalid();
          }
        })
        .replaceWithVoid();
  }

  private static void requireAddressed(Invitation invitation, @Nullable User user) {
    if (user == null || !user.isVerified() || !user.email().equals(invitation.email)) {
      throw InvitationTable.invalid();
    }
  }

  private Uni<Void> requireNoAccount(String email) {
    return memberships
        .getSession()
        .chain(session ->
            session
                .createSelectionQuery("select count(*) from User where email = ?1", Long.class)
                .setParameter(1, email)
                .getSingleResult())
        .invoke(accounts -> {
          if (accounts > 0) {
            throw hasAccount();
          }
        })
        .replaceWithVoid();
  }

  private static CustardException hasAccount() {
    return new CustardException(
        ErrorCode.AUTH_REQUIRED, "You have an account: log in, then accept once more.");
  }

  /** Who is a member already stays what they are. */
  private Uni<Membership> joined(Invitation invitation, User user, @Nullable String address) {
    return memberships
        .one(invitation.organisation(), user.userId())
        .chain(known ->
            known
                .map(membership -> Uni.createFrom().item(membership))
                .orElseGet(() -> added(invitation, user)))
        .call(() -> table.end(invitation))
        .call(() ->
            audit.tell(
                Act.of(invitation.organisation(), user.userId(), address, "invitation.accepted")
                    .with("invitation", invitation.id.toString())
                    .with("role", invitation.role)));
  }

  private Uni<Membership> added(Invitation invitation, User user) {
    return memberships
        .locked(invitation.organisation())
        .map(organisation -> new Membership(user, organisation, invitation.role()))
        .chain(memberships::persist)
        .call(changes::memberChanged);
  }
}
