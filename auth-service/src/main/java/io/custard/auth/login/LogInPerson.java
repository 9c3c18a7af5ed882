package io.custard.auth.login;

import io.custard.auth.password.Passwords;
import io.custard.auth.place.KnownPlaces;
import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.custard.auth.session.Client;
import io.custard.auth.session.SignedIn;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in. An unknown e-mail and a wrong password give the same answer after the same work;
 * what else may be wrong with an account is told to those only who know its password. No database
 * connection is held while a password is hashed.
 */
@ApplicationScoped
class LogInPerson {
  private final Candidates candidates;
  private final Passwords passwords;
  private final EnterAccount enter;
  private final Limits limits;
  private final KnownPlaces places;

  LogInPerson(
      Candidates candidates,
      Passwords passwords,
      EnterAccount enter,
      Limits limits,
      KnownPlaces places) {
    this.candidates = candidates;
    this.passwords = passwords;
    this.enter = enter;
    this.limits = limits;
    this.places = places;
  }

  Uni<SignedIn> logIn(LogIn logIn, Client client) {
    String email = logIn.email();
    String address = client.address();
    Uni<Boolean> known = Uni.createFrom().deferred(() -> places.know(email, address));
    return limits
        .take(Action.LOG_IN, address, email, known)
        .chain(() -> candidates.find(email))
        .call(found -> require(found, logIn.password(), client))
        .call(() -> limits.giveBack(Action.LOG_IN, address, email))
        .chain(found -> entered(found, logIn, client));
  }

  private Uni<Void> require(Candidate found, String password, Client client) {
    String hash = found.hash();
    Uni<Boolean> right =
        hash == null ? passwords.matchesNobody(password) : passwords.matches(password, hash);
    return right.chain(is ->
        is
            ? Uni.createFrom().voidItem()
            : enter
                .refused(found, ErrorCode.AUTH_CREDENTIALS_WRONG, client)
                .chain(() -> Uni.createFrom().failure(wrong())));
  }

  private Uni<SignedIn> entered(Candidate found, LogIn logIn, Client client) {
    return renewed(found, logIn.password())
        .chain(hash ->
            enter.enter(found, new EnterAccount.Wish(logIn.organisationId(), hash), client));
  }

  /** A hash of the present cost, where the stored one has another; otherwise null. */
  private Uni<@Nullable String> renewed(Candidate found, String password) {
    String hash = found.hash();
    return found.user().isPresent() && hash != null && passwords.isOutdated(hash)
        ? passwords.hash(password)
        : Uni.createFrom().nullItem();
  }

  private static CustardException wrong() {
    return new CustardException(
        ErrorCode.AUTH_CREDENTIALS_WRONG, "Check both, or sign up if you have no account.");
  }
}
