package io.custard.auth.account;

import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.mail.Letter;
import io.custard.auth.mail.MailComposer;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.member.People;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** The link to a new e-mail address; or, to one that has an account, the news that it has. */
@ApplicationScoped
class ConfirmMail implements MailComposer {
  static final String KIND = "confirm-email";

  private final People people;
  private final MailedLinks links;

  ConfirmMail(People people, MailedLinks links) {
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
        .chain(found ->
            found.isPresent()
                ? Uni.createFrom().item(Letter.knownAccount(mail.recipient(), links.page("login")))
                : letter(mail))
        .map(Optional::of);
  }

  private Uni<Letter> letter(QueuedMail mail) {
    return links
        .issue(Purpose.CONFIRM_EMAIL, Objects.requireNonNull(mail.subjectId()), mail.recipient())
        .map(link ->
            Letter.withLink(mail.recipient(), "Confirm your new e-mail address", KIND, link));
  }
}
