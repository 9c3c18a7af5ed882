package io.custard.auth.oidc;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.mail.MailQueue;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.session.Sessions;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links an outside log-in with the account of whoever went to the provider for that, while the
 * session lasts that gave the password.
 */
@ApplicationScoped
class AddLink {
  private final LoginLinks links;
  private final People people;
  private final Sessions sessions;
  private final MailQueue mails;
  private final AuditLog audit;

  AddLink(LoginLinks links, People people, Sessions sessions, MailQueue mails, AuditLog audit) {
    this.links = links;
    this.people = people;
    this.sessions = sessions;
    this.mails = mails;
    this.audit = audit;
  }

  /**
   * Fails when the log-in is linked with another account; does nothing when it is with this. The
   * person is locked before the session is looked at: a password reset at the same time either has
   * ended the session or finds the link.
   */
  @WithTransaction
  Uni<Void> add(Journey journey, UserId user, @Nullable UUID session) {
    return people
        .locked(user)
        .map(AddLink::active)
        .call(() -> requireOpen(user, session))
        .chain(person ->
            links
                .of(journey.person())
                .chain(
                    found -> found.isPresent() ? same(found.get(), user) : added(journey, person)))
        .onFailure(LoginLinks::isLinked)
        .transform(taken -> failed());
  }

  private Uni<Void> requireOpen(UserId user, @Nullable UUID session) {
    Uni<Boolean> open =
        session == null ? Uni.createFrom().item(false) : sessions.isOpen(session, user);
    return open.invoke(
            is -> {
              if (!is) {
                throw failed();
              }
            })
        .replaceWithVoid();
  }

  private static User active(Optional<User> found) {
    return found.filter(User::isActive).orElseThrow(AddLink::failed);
  }

  private static Uni<Void> same(LoginLink found, UserId user) {
    return found.user().equals(user)
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().failure(failed());
  }

  private Uni<Void> added(Journey journey, User person) {
    Act act =
        Act.of(null, person.userId(), journey.client().address(), "login_link.added")
            .with("provider", journey.provider().id());
    return links
        .of(person.userId())
        .invoke(AddLink::requireRoom)
        .chain(() ->
            links.persistAndFlush(
                new LoginLink(person.userId(), journey.provider().id(), journey.person())))
        .chain(() -> audit.tell(act))
        .chain(() ->
            mails.add(
                new QueuedMail(
                    LinkedMail.KIND, person.email(), null, journey.provider().displayName())));
  }

  private static void requireRoom(List<LoginLink> all) {
    if (all.size() >= LoginLinks.MOST) {
      throw new CustardException(ErrorCode.LOGIN_LINK_LIMIT, "Unlink one first.");
    }
  }

  private static CustardException failed() {
    return new CustardException(
        ErrorCode.AUTH_OIDC_FAILED,
        "This log-in belongs to another account, or your session has ended.");
  }
}
