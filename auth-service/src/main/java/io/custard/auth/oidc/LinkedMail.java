package io.custard.auth.oidc;

import io.custard.auth.link.MailedLinks;
import io.custard.auth.mail.Letter;
import io.custard.auth.mail.MailComposer;
import io.custard.auth.mail.QueuedMail;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Tells somebody that another log-in opens their account from now on, in case it was not they. */
@Singleton
class LinkedMail implements MailComposer {
  /** Its detail is the provider's display name. */
  static final String KIND = "login-linked";

  private final MailedLinks links;

  LinkedMail(MailedLinks links) {
    this.links = links;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Optional<Letter>> compose(QueuedMail mail) {
    String provider = mail.details() == null ? "another provider" : mail.details();
    Map<String, String> values =
        Map.of("link", links.page("forgot-password"), "provider", provider);
    return Uni.createFrom()
        .item(
            Optional.of(
                new Letter(
                    mail.recipient(), "A log-in was linked with your account", KIND, values)));
  }
}
