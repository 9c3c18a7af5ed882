package io.custard.auth.account;

import io.custard.access.Caller;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.member.User;
import io.custard.outbox.Outbox;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who the caller is now; their token alone may be older than the truth. */
@ApplicationScoped
class OwnProfile {
  private final Memberships memberships;
  private final IdentityChanges changes;
  private final AuditLog audit;
  private final Outbox outbox;

  OwnProfile(Memberships memberships, IdentityChanges changes, AuditLog audit, Outbox outbox) {
    this.memberships = memberships;
    this.changes = changes;
    this.audit = audit;
    this.outbox = outbox;
  }

  Uni<Profile> of(Caller caller) {
    return Panache.withSession(() -> read(caller));
  }

  Uni<Profile> change(Caller caller, ProfileChange wanted) {
    return Panache.withTransaction(() ->
            memberships
                .of(caller.userId())
                .map(all -> here(caller, all).user())
                .call(user -> changed(user, wanted))
                .call(() ->
                    audit.tell(
                        Act.of(
                            caller.organisationId(),
                            caller.userId(),
                            caller.address(),
                            "profile.changed")))
                .chain(() -> read(caller)))
        .invoke(outbox::kick);
  }

  private Uni<Void> changed(User user, ProfileChange wanted) {
    user.describe(
        ProfileChange.changed(wanted.name(), user.name()),
        ProfileChange.changed(wanted.locale(), user.locale()),
        ProfileChange.changed(wanted.timeZone(), user.timeZone()));
    return changes.personChanged(user);
  }

  private Uni<Profile> read(Caller caller) {
    return memberships.of(caller.userId()).map(all -> Profile.of(caller, here(caller, all), all));
  }

  private static Membership here(Caller caller, List<Membership> all) {
    return all.stream()
        .filter(one -> one.organisationId().equals(caller.organisationId()))
        .findFirst()
        .orElseThrow(() ->
            new CustardException(
                ErrorCode.AUTH_TOKEN_INVALID, "This account is gone; sign up again."));
  }
}
