package io.custard.auth.platform;

import io.custard.access.Caller;
import io.custard.auth.account.EndPerson;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Cursor;
import io.custard.auth.member.Like;
import io.custard.auth.member.User;
import io.custard.auth.session.Sessions;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/**
 * All people of the installation. Shutting an account also shuts it for somebody who is the last
 * owner somewhere: here the installation's safety comes first.
 */
@ApplicationScoped
class PlatformPeople implements PanacheRepositoryBase<User, UUID> {
  private static final String PAGE =
      """
      (createdAt > ?1 or createdAt = ?1 and id > ?2)
      and (lower(email) like ?3 escape '!' or lower(name) like ?3 escape '!')
      order by createdAt, id
      """;

  private final EndPerson end;
  private final Sessions sessions;
  private final IdentityChanges changes;
  private final AuditLog audit;

  PlatformPeople(EndPerson end, Sessions sessions, IdentityChanges changes, AuditLog audit) {
    this.end = end;
    this.sessions = sessions;
    this.changes = changes;
    this.audit = audit;
  }

  @WithSession
  Uni<PlatformPersonView.Page> page(PageWanted wanted) {
    return find(PAGE, wanted.after().at(), wanted.after().id(), Like.contains(wanted.search()))
        .range(0, wanted.limit())
        .list()
        .map(found -> page(found, wanted.limit()));
  }

  @WithSession
  Uni<PlatformPersonView> one(UserId user) {
    return findById(user.value())
        .onItem()
        .ifNull()
        .failWith(PlatformPeople::unknown)
        .map(PlatformPersonView::of);
  }

  /** Shutting ends all log-ins of the person; API tokens sleep until it is undone. */
  @WithTransaction
  Uni<PlatformPersonView> setActive(Caller caller, UserId user, boolean active) {
    return locked(user)
        .invoke(found -> requireOther(caller, found))
        .call(found ->
            found.isActive() == active
                ? Uni.createFrom().voidItem()
                : switched(caller, found, active))
        .map(PlatformPersonView::of);
  }

  @WithTransaction
  Uni<Void> remove(Caller caller, UserId user) {
    return locked(user)
        .invoke(found -> requireOther(caller, found))
        .call(found -> audit.tell(act(caller, "person.deleted", user)))
        .chain(found -> end.end(user));
  }

  private Uni<Void> switched(Caller caller, User found, boolean active) {
    found.setActive(active);
    Uni<Void> told = active ? changes.personChanged(found) : sessions.endAll(found);
    return told.chain(() ->
        audit.tell(
            act(caller, "person.changed", found.userId())
                .with("active", Boolean.toString(active))));
  }

  private Uni<User> locked(UserId user) {
    return findById(user.value(), LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(PlatformPeople::unknown);
  }

  private static PlatformPersonView.Page page(List<User> found, int limit) {
    List<User> shown = found.subList(0, Math.min(limit, found.size()));
    User last = shown.isEmpty() ? null : shown.getLast();
    return new PlatformPersonView.Page(
        shown.stream().map(PlatformPersonView::of).toList(),
        last == null || found.size() <= limit
            ? null
            : new Cursor(last.createdAt(), last.userId().value()).text());
  }

  /** Nobody shuts themselves out by a slip. */
  private static void requireOther(Caller caller, User found) {
    if (found.userId().equals(caller.userId())) {
      throw new CustardException(
          ErrorCode.AUTH_FORBIDDEN, "Use your profile to delete your own account.");
    }
  }

  private static CustardException unknown() {
    return new CustardException(
        ErrorCode.MEMBER_NOT_FOUND, "Search the people to find the right id.");
  }

  /** It concerns no organisation, so none of their logs shows it. */
  private static Act act(Caller caller, String action, UserId user) {
    return Act.of(null, caller.userId(), caller.address(), action).with("user", user.toString());
  }
}
