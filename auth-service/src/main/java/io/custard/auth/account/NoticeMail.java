package io.custard.auth.account;

import io.custard.auth.link.MailedLinks;
import io.custard.auth.mail.Letter;
import io.custard.auth.mail.MailComposer;
import io.custard.auth.mail.QueuedMail;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Mails that tell somebody what was done to their account, in case it was not they. */
sealed class NoticeMail implements MailComposer {
  private final String kind;
  private final String subject;
  private final MailedLinks links;

  private NoticeMail(String kind, String subject, MailedLinks links) {
    this.kind = kind;
    this.subject = subject;
    this.links = links;
  }

  /** To the account's address. */
  @Singleton
  static final class PasswordChanged extends NoticeMail {
    static final String KIND = "password-changed";

    /** Its detail when outside log-ins were unlinked too. */
    static final String UNLINKED = "unlinked";

    PasswordChanged(MailedLinks links) {
      super(KIND, "Your password was changed", links);
    }
  }

  /** To the address that was the account's. */
  @Singleton
  static final class EmailChanged extends NoticeMail {
    static final String KIND = "email-changed";

    EmailChanged(MailedLinks links) {
      super(KIND, "Your e-mail address was changed", links);
    }
  }

  /** To the account's address. */
  @Singleton
  static final class AccountDeleted extends NoticeMail {
    static final String KIND = "account-deleted";

    AccountDeleted(MailedLinks links) {
      super(KIND, "Your account was deleted", links);
    }
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Uni<Optional<Letter>> compose(QueuedMail mail) {
    String details = Objects.requireNonNullElse(mail.details(), "");
    Map<String, String> values = Map.of("link", links.page("forgot-password"), "details", details);
    return Uni.createFrom().item(Optional.of(new Letter(mail.recipient(), subject, kind, values)));
  }
}
