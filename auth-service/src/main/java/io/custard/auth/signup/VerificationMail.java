package io.custard.auth.signup;

import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.mail.Letter;
import io.custard.auth.mail.MailComposer;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.member.People;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is sent who signed up: the link, or the news that they have an account already. The
 * name they gave is not in it, for anybody can sign up with anybody's address.
 */
sealed class VerificationMail implements MailComposer {
  /** Its subject is the sign-up. */
  static final String FIRST = "sign-up";

  /** For the latest sign-up of the address. */
  static final String AGAIN = "sign-up-again";

  private final PendingSignUps pending;
  private final People people;
  private final MailedLinks links;
  private final String kind;

  private VerificationMail(PendingSignUps pending, People people, MailedLinks links, String kind) {
    this.pending = pending;
    this.people = people;
    this.links = links;
    this.kind = kind;
  }

  @Singleton
  static final class First extends VerificationMail {
    First(PendingSignUps pending, People people, MailedLinks links) {
      super(pending, people, links, FIRST);
    }
  }

  @Singleton
  static final class Again extends VerificationMail {
    Again(PendingSignUps pending, People people, MailedLinks links) {
      super(pending, people, links, AGAIN);
    }
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Uni<Optional<Letter>> compose(QueuedMail mail) {
    return people
        .byEmail(mail.recipient())
        .chain(user ->
            user.isPresent()
                ? Uni.createFrom()
                    .item(Optional.of(Letter.knownAccount(mail.recipient(), links.page("login"))))
                : signUp(mail).chain(this::letter));
  }

  private Uni<@Nullable PendingSignUp> signUp(QueuedMail mail) {
    return mail.subjectId() == null
        ? pending.latest(mail.recipient()).map(latest -> latest.orElse(null))
        : pending.findById(mail.subjectId());
  }

  private Uni<Optional<Letter>> letter(@Nullable PendingSignUp one) {
    return one == null
        ? Uni.createFrom().item(Optional.empty())
        : links
            .issue(Purpose.VERIFY_EMAIL, one.id, one.email)
            .map(link ->
                Optional.of(
                    Letter.withLink(one.email, "Confirm your e-mail", "verify-email", link)));
  }
}
