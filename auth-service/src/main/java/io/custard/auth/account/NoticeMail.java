package io.custard.auth.account;

import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.NoticeComposer;
import jakarta.inject.Singleton;

/** Mails that tell somebody what was done to their account. */
final class NoticeMail {
  private NoticeMail() {}

  /** To the account's address. */
  @Singleton
  static final class PasswordChanged extends NoticeComposer {
    static final String KIND = "password-changed";

    /** Its detail when outside log-ins were unlinked too. */
    static final String UNLINKED = "unlinked";

    PasswordChanged(MailedLinks links) {
      super(KIND, "Your password was changed", links);
    }
  }

  /** To the address that was the account's. */
  @Singleton
  static final class EmailChanged extends NoticeComposer {
    static final String KIND = "email-changed";

    EmailChanged(MailedLinks links) {
      super(KIND, "Your e-mail address was changed", links);
    }
  }

  /** To the account's address. */
  @Singleton
  static final class AccountDeleted extends NoticeComposer {
    static final String KIND = "account-deleted";

    AccountDeleted(MailedLinks links) {
      super(KIND, "Your account was deleted", links);
    }
  }
}
