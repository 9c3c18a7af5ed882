package io.custard.auth.account;

import io.custard.auth.identity.Act;
import io.custard.auth.link.MailedLink;
import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.oidc.Unlink;
import io.custard.auth.password.Passwords;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives an account back to whoever reads its mail: a new password, and every other way in ends. No
 * database connection is held while the password is hashed.
 */
@ApplicationScoped
class ResetPassword {
  private final MailedLinks links;
  private final People people;
  private final Passwords passwords;
  private final Unlink unlink;
  private final PasswordConsequences consequences;

  ResetPassword(
      MailedLinks links,
      People people,
      Passwords passwords,
      Unlink unlink,
      PasswordConsequences consequences) {
    this.links = links;
    this.people = people;
    this.passwords = passwords;
    this.unlink = unlink;
    this.consequences = consequences;
  }

  Uni<Void> reset(PasswordForms.Reset wanted, String address) {
    return passwords
        .hash(wanted.password())
        .chain(hash ->
            Panache.withTransaction(() ->
                links
                    .redeem(Purpose.RESET_PASSWORD, wanted.token())
                    .chain(this::owner)
                    .chain(owner -> set(owner, hash, address))))
        .invoke(consequences::committed);
  }

  /** The link is for the account only while it has the address it was sent to. */
  private Uni<User> owner(MailedLink link) {
    return people
        .locked(UserId.of(link.subjectId()))
        .map(found -> found.filter(user -> user.email().equals(link.email())))
        .map(found -> found.orElseThrow(MailedLinks::invalid));
  }

  /** A first password takes nothing back: its person only has their outside log-ins so far. */
  private Uni<Void> set(User owner, String hash, String address) {
    Uni<Integer> unlinked =
        owner.passwordHash() == null
            ? Uni.createFrom().item(0)
            : unlink.all(owner.userId(), address);
    owner.setPasswordHash(hash);
    return unlinked
        .call(() -> consequences.ofReset(owner, address))
        .chain(count -> consequences.tellOfReset(owner, act(owner, address), count > 0));
  }

  private static Act act(User owner, String address) {
    return Act.of(null, owner.userId(), address, "account.password_reset")
        .with("purpose", Purpose.RESET_PASSWORD.name());
  }
}
