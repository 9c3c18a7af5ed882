package io.custard.auth.account;

import io.custard.access.Caller;
import io.custard.auth.identity.Act;
import io.custard.auth.link.MailedLink;
import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.password.OwnPassword;
import io.custard.auth.password.PasswordRules;
import io.custard.auth.password.Passwords;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sets passwords. No database connection is held while one is hashed. */
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
                    .chain(user -> consequences.tell(user, act))))
        .invoke(consequences::committed);
  }

  /**
   * Ends all sessions. The link is for the account only while it has the address it was sent to.
   */
  Uni<Void> reset(PasswordForms.Reset wanted, String address) {
    return passwords
        .hash(wanted.password())
        .chain(hash ->
            Panache.withTransaction(() ->
                consequences
                    .redeemed(wanted.token())
                    .chain(link -> owner(link).chain(owner -> set(owner.userId(), hash)))
                    .call(user -> consequences.ofReset(user, address))
                    .chain(user -> consequences.tell(user, act(user, address)))))
        .invoke(consequences::committed);
  }

  private Uni<User> set(UserId id, String hash) {
    return people.locked(id).map(NewPassword::present).invoke(user -> user.setPasswordHash(hash));
  }

  private Uni<User> owner(MailedLink link) {
    return people
        .byId(UserId.of(link.subjectId()))
        .map(found -> found.filter(user -> user.email().equals(link.email())))
        .map(NewPassword::present);
  }

  private static User present(Optional<User> found) {
    return found.orElseThrow(MailedLinks::invalid);
  }

  private static Act act(User user, String address) {
    return Act.of(null, user.userId(), address, "account.password_reset")
        .with("purpose", Purpose.RESET_PASSWORD.name());
  }
}
