package io.custard.auth.account;

import io.custard.access.Caller;
import io.custard.auth.identity.Act;
import io.custard.auth.link.MailedLinks;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.password.OwnPassword;
import io.custard.auth.password.PasswordRules;
import io.custard.auth.password.Passwords;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes passwords. No database connection is held while one is hashed. */
@ApplicationScoped
class NewPassword {
  private final People people;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final OwnPassword own;
  private final PasswordConsequences consequences;

  NewPassword(
      People people,
      Passwords passwords,
      PasswordRules rules,
      OwnPassword own,
      PasswordConsequences consequences) {
    this.people = people;
    this.passwords = passwords;
    this.rules = rules;
    this.own = own;
    this.consequences = consequences;
  }

  /** Ends every other session of the caller; this one stays. */
  Uni<Void> change(Caller caller, PasswordForms.Change wanted) {
    Act act =
        Act.of(
            caller.organisationId(), caller.userId(), caller.address(), "account.password_changed");
    return own.require(caller.userId(), caller.address(), wanted.currentPassword())
        .invoke(user -> rules.require(wanted.password(), user.email(), user.name()))
        .chain(() -> passwords.hash(wanted.password()))
        .chain(hash ->
            Panache.withTransaction(() ->
                set(caller.userId(), hash)
                    .call(user -> consequences.ofChange(user, caller.sessionId()))
                    .chain(user -> consequences.tellOfChange(user, act))))
        .invoke(consequences::committed);
  }

  private Uni<User> set(UserId id, String hash) {
    return people
        .locked(id)
        .map(found -> found.orElseThrow(MailedLinks::invalid))
        .invoke(user -> user.setPasswordHash(hash));
  }
}
