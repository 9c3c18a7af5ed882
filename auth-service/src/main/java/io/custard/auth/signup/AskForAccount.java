package io.custard.auth.signup;

import io.custard.auth.mail.MailQueue;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.password.PasswordRules;
import io.custard.auth.password.Passwords;
import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes a sign-up. It never looks whether there is an account, so neither the answer nor its time
 * can tell. No database connection is held while the password is hashed.
 */
@ApplicationScoped
class AskForAccount {
  private final PendingSignUps pending;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final MailQueue mails;
  private final Limits limits;

  AskForAccount(
      PendingSignUps pending,
      PasswordRules rules,
      Passwords passwords,
      MailQueue mails,
      Limits limits) {
    this.pending = pending;
    this.rules = rules;
    this.passwords = passwords;
    this.mails = mails;
    this.limits = limits;
  }

  Uni<Void> ask(SignUp wanted, String address) {
    rules.require(wanted.password(), wanted.email(), wanted.name());
    return limits
        .take(Action.SIGN_UP, address, wanted.email())
        .chain(() -> passwords.hash(wanted.password()))
        .map(hash -> new PendingSignUp(wanted, hash))
        .chain(one -> Panache.withTransaction(() -> stored(one)));
  }

  Uni<Void> askAgain(String email, String address) {
    QueuedMail mail = new QueuedMail(VerificationMail.AGAIN, email, null, null);
    return limits
        .take(Action.RESEND, address, email)
        .chain(() -> Panache.withTransaction(() -> mails.add(mail)));
  }

  private Uni<Void> stored(PendingSignUp one) {
    QueuedMail mail = new QueuedMail(VerificationMail.FIRST, one.email, one.id, null);
    return pending.add(one).chain(() -> mails.add(mail));
  }
}
