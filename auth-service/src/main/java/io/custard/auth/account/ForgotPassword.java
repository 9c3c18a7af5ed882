package io.custard.auth.account;

import io.custard.auth.link.MailedLink;
import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.mail.MailQueue;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.password.PasswordRules;
import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** From a forgotten password to a new one, through the mailbox. */
@ApplicationScoped
class ForgotPassword {
  private final MailQueue mails;
  private final MailedLinks links;
  private final PasswordRules rules;
  private final ResetPassword reset;
  private final Limits limits;

  ForgotPassword(
      MailQueue mails, MailedLinks links, PasswordRules rules, ResetPassword reset, Limits limits) {
    this.mails = mails;
    this.links = links;
    this.rules = rules;
    this.reset = reset;
    this.limits = limits;
  }

  /** Never looks whether there is an account: that is done when the mail is written. */
  Uni<Void> ask(String email, String address) {
    QueuedMail mail = new QueuedMail(ResetMail.KIND, email, null, null);
    return limits
        .take(Action.FORGOT, address, email)
        .chain(() -> Panache.withTransaction(() -> mails.add(mail)));
  }

  /** A weak password leaves the link as good as it was. */
  Uni<Void> reset(PasswordForms.Reset wanted, String address) {
    return limits
        .take(Action.VERIFY, address, wanted.token())
        .chain(() -> links.look(Purpose.RESET_PASSWORD, wanted.token()))
        .map(MailedLink::email)
        .invoke(email -> rules.require(wanted.password(), email))
        .chain(() -> reset.reset(wanted, address));
  }
}
