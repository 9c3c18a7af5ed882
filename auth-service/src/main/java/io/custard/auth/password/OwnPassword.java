package io.custard.auth.password;

import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks somebody who is logged in for their password again, before what a found or stolen session
 * must not do. Limited, for a session does not make guessing cheaper.
 */
@ApplicationScoped
public class OwnPassword {
  private final People people;
  private final Passwords passwords;
  private final Limits limits;

  OwnPassword(People people, Passwords passwords, Limits limits) {
    this.people = people;
    this.passwords = passwords;
    this.limits = limits;
  }

  /** Completes with the person, as read; otherwise fails with {@code AUTH_CREDENTIALS_WRONG}. */
  public Uni<User> require(UserId id, @Nullable String address, String password) {
    String from = address == null ? "unknown" : address;
    return limits
        .take(Action.PASSWORD, from, id.toString())
        .chain(() -> Panache.withSession(() -> people.byId(id)))
        .chain(found -> checked(found, password))
        .call(() -> limits.giveBack(Action.PASSWORD, from, id.toString()));
  }

  private Uni<User> checked(Optional<User> found, String password) {
    String hash = found.map(User::passwordHash).orElse(null);
    Uni<Boolean> right =
        hash == null ? passwords.matchesNobody(password) : passwords.matches(password, hash);
    return right.map(is -> found.filter(user -> is).orElseThrow(OwnPassword::wrong));
  }

  private static CustardException wrong() {
    return new CustardException(ErrorCode.AUTH_CREDENTIALS_WRONG, "This is not your password.");
  }
}
