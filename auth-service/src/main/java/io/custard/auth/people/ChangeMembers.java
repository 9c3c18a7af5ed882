package io.custard.auth.people;

import io.custard.access.Caller;
import io.custard.access.Role;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Changes and removes members, under the lock of their organisation. Who may do what to whom is
 * decided by what both are at this moment, not by what the caller's token says: nobody touches
 * somebody above themselves, gives more than they are, or takes the last owner away.
 */
@ApplicationScoped
class ChangeMembers {
  private final Memberships memberships;
  private final IdentityChanges changes;
  private final AuditLog audit;

  ChangeMembers(Memberships memberships, IdentityChanges changes, AuditLog audit) {
    this.memberships = memberships;
    this.changes = changes;
    this.audit = audit;
  }

  /** Does nothing when all is as wanted. Ends the member's access tokens otherwise. */
  @WithTransaction
  Uni<MemberView> change(Caller caller, UserId user, MemberChange wanted) {
    return both(caller, user)
        .invoke(both -> both.requireMayGive(wanted.roleOr(both.target().role())))
        .chain(both -> changed(caller, both.target(), wanted))
        .map(MemberView::of);
  }

  /** Also revokes the member's API tokens of this organisation. */
  @WithTransaction
  Uni<Void> remove(Caller caller, UserId user) {
    return both(caller, user)
        .call(both -> memberships.requireOwnerWithout(both.target()))
        .call(both -> audit.tell(act(caller, "member.removed", user)))
        .chain(both -> changes.memberRemoved(both.target()));
  }

  /** Fails when the caller may not touch this member at all. */
  private Uni<Both> both(Caller caller, UserId user) {
    return memberships
        .locked(caller.organisationId())
        .chain(locked -> memberships.member(caller.organisationId(), user))
        .chain(target ->
            memberships
                .one(caller.organisationId(), caller.userId())
                .map(actor -> new Both(actor.map(Membership::role).orElse(Role.VIEWER), target)))
        .invoke(Both::requireMayTouch);
  }

  private Uni<Membership> changed(Caller caller, Membership target, MemberChange wanted) {
    Role role = wanted.roleOr(target.role());
    boolean active = wanted.activeOr(target.isActive());
    if (role == target.role() && active == target.isActive()) {
      return Uni.createFrom().item(target);
    }
    Uni<Void> allowed =
        role == Role.OWNER && active
            ? Uni.createFrom().voidItem()
            : memberships.requireOwnerWithout(target);
    return allowed
        .invoke(() -> target.change(role, active))
        .chain(() -> changes.memberChanged(target))
        .chain(() ->
            audit.tell(
                act(caller, "member.changed", target.userId())
                    .with("role", role.wireName())
                    .with("active", Boolean.toString(active))))
        .replaceWith(target);
  }

  private static Act act(Caller caller, String action, UserId user) {
    return Act.of(caller.organisationId(), caller.userId(), caller.address(), action)
        .with("user", user.toString());
  }

  /** Who acts, and on whom. */
  private record Both(Role actor, Membership target) {
    void requireMayTouch() {
      if (!actor.isAtLeast(Role.ADMIN) || !actor.isAtLeast(target.role())) {
        throw new CustardException(
            ErrorCode.AUTH_FORBIDDEN, "Only an owner may change another owner.");
      }
    }

    void requireMayGive(Role role) {
      if (!actor.isAtLeast(role)) {
        throw new CustardException(
            ErrorCode.AUTH_FORBIDDEN, "Nobody can give a role above their own.");
      }
    }
  }
}
