package io.custard.auth.account;

import io.custard.access.Caller;
import io.custard.auth.identity.Act;
import io.custard.auth.mail.MailQueue;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.member.User;
import io.custard.auth.password.OwnPassword;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes the account of whoever asks for it with their password. */
@ApplicationScoped
class DeleteAccount {
  private final OwnPassword own;
  private final EndPerson end;
  private final MailQueue mails;
  private final AccountActs acts;

  DeleteAccount(OwnPassword own, EndPerson end, MailQueue mails, AccountActs acts) {
    this.own = own;
    this.end = end;
    this.mails = mails;
    this.acts = acts;
  }

  Uni<Void> delete(Caller caller, String password) {
    Act act = Act.of(null, caller.userId(), caller.address(), "account.deleted");
    return own.require(caller.userId(), caller.address(), password)
        .chain(user ->
            Panache.withTransaction(() -> told(user, act).chain(() -> end.end(caller.userId()))))
        .invoke(acts::committed);
  }

  private Uni<Void> told(User user, Act act) {
    return acts.tell(user, act)
        .chain(() ->
            mails.add(new QueuedMail(NoticeMail.AccountDeleted.KIND, user.email(), null, null)));
  }
}
