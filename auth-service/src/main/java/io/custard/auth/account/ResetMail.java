package io.custard.auth.account;

import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.mail.Letter;
import io.custard.auth.mail.MailComposer;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The link to a new password, for those who have an account; others are sent nothing. */
@ApplicationScoped
class ResetMail implements MailComposer {
  /** Also what a new account without a password is sent. */
  static final String KIND = "forgot-password";

  private final People people;
  private final MailedLinks links;

  ResetMail(People people, MailedLinks links) {
    this.people = people;
    this.links = links;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Optional<Letter>> compose(QueuedMail mail) {
    return people
        .byEmail(mail.recipient())
        .map(found -> found.filter(User::isActive))
        .chain(found ->
            found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : letter(found.get()).map(Optional::of));
  }

  private Uni<Letter> letter(User user) {
    return links
        .issue(Purpose.RESET_PASSWORD, user.userId().value(), user.email())
        .map(
            link -> Letter.withLink(user.email(), "Choose a new password", "reset-password", link));
  }
}
