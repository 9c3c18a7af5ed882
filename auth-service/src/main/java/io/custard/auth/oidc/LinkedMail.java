package io.custard.auth.oidc;

import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.NoticeComposer;
import jakarta.inject.Singleton;

/** Tells somebody that another log-in opens their account from now on. */
@Singleton
class LinkedMail extends NoticeComposer {
  /** Its detail is the provider's display name. */
  static final String KIND = "login-linked";

  LinkedMail(MailedLinks links) {
    super(KIND, "A log-in was linked with your account", links);
  }
}
