package io.custard.auth.account;

import io.custard.access.Caller;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.link.MailedLink;
import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.mail.MailQueue;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.password.OwnPassword;
import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives an account another e-mail: asked for with the password, done when the link in a mail to the
 * new address is followed; then the old address is told.
 */
@ApplicationScoped
class ChangeEmail {
  private final OwnPassword own;
  private final MailQueue mails;
  private final Limits limits;
  private final Move move;

  ChangeEmail(OwnPassword own, MailQueue mails, Limits limits, Move move) {
    this.own = own;
    this.mails = mails;
    this.limits = limits;
    this.move = move;
  }

  /** Never says whether somebody else has the address: its owner is told, by mail. */
  Uni<Void> ask(Caller caller, PasswordForms.NewEmail wanted) {
    String from = caller.address() == null ? "unknown" : caller.address();
    QueuedMail mail =
        new QueuedMail(ConfirmMail.KIND, wanted.email(), caller.userId().value(), null);
    return own.require(caller.userId(), caller.address(), wanted.password())
        .chain(() -> limits.take(Action.SIGN_UP, from, wanted.email()))
        .chain(() -> Panache.withTransaction(() -> mails.add(mail)));
  }

  Uni<Void> confirm(String token, String address) {
    return limits
        .take(Action.VERIFY, address, token)
        .chain(() -> Panache.withTransaction(() -> move.follow(token, address)))
        .invoke(move::committed);
  }

  /** The change itself, in one transaction. */
  @ApplicationScoped
  static class Move {
    private final MailedLinks links;
    private final People people;
    private final IdentityChanges changes;
    private final MailQueue mails;
    private final AccountActs acts;

    Move(
        MailedLinks links,
        People people,
        IdentityChanges changes,
        MailQueue mails,
        AccountActs acts) {
      this.links = links;
      this.people = people;
      this.changes = changes;
      this.mails = mails;
      this.acts = acts;
    }

    /** Fails like a bad link when somebody else got the address meanwhile. */
    Uni<Void> follow(String token, String address) {
      return links
          .redeem(Purpose.CONFIRM_EMAIL, token)
          .chain(link ->
              people
                  .locked(UserId.of(link.subjectId()))
                  .map(found -> found.orElseThrow(MailedLinks::invalid))
                  .chain(user -> moved(user, link, address)));
    }

    private Uni<Void> moved(User user, MailedLink link, String address) {
      String old = user.email();
      user.setEmail(link.email());
      return people
          .flush()
          .onFailure(People::isEmailTaken)
          .transform(taken -> MailedLinks.invalid())
          .chain(() -> changes.personChanged(user))
          .chain(() -> links.forget(Purpose.RESET_PASSWORD, link.subjectId()))
          .chain(() -> mails.add(new QueuedMail(NoticeMail.EmailChanged.KIND, old, null, null)))
          .chain(
              () -> acts.tell(user, Act.of(null, user.userId(), address, "account.email_changed")));
    }

    void committed() {
      acts.committed();
    }
  }
}
