package io.custard.auth.account;

import io.custard.auth.member.Member;
import io.custard.auth.member.Members;
import io.custard.auth.member.NewMember;
import io.custard.auth.password.Passwords;
import io.custard.auth.token.AccessTokens;
import io.custard.auth.token.Identity;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Opens accounts and lets people in. An unknown e-mail and a wrong password give the same answer
 * after the same work. No database connection is held while a password is hashed.
 */
@ApplicationScoped
class SignInPerson {
  private final Members members;
  private final Passwords passwords;
  private final AccessTokens tokens;

  SignInPerson(Members members, Passwords passwords, AccessTokens tokens) {
    this.members = members;
    this.passwords = passwords;
    this.tokens = tokens;
  }

  Uni<SignedIn> open(SignUp signUp) {
    return passwords
        .hash(signUp.password())
        .map(hash -> newMember(signUp, hash))
        .chain(members::add)
        .map(this::signedIn);
  }

  Uni<SignedIn> enter(LogIn logIn) {
    return members
        .byEmail(logIn.email())
        .chain(found -> checked(found, logIn.password()))
        .map(this::signedIn);
  }

  private static NewMember newMember(SignUp signUp, String hash) {
    return new NewMember(signUp.email(), signUp.name(), hash, signUp.organisationOrDefault());
  }

  private Uni<Member> checked(Optional<Member> found, String password) {
    Uni<Boolean> right =
        found
            .map(member -> passwords.matches(password, member.passwordHash()))
            .orElseGet(() -> passwords.matchesNobody(password));
    return right.map(matches -> found.filter(member -> matches).orElseThrow(SignInPerson::wrong));
  }

  private static CustardException wrong() {
    return new CustardException(
        ErrorCode.AUTH_CREDENTIALS_WRONG, "Check both, or sign up if you have no account.");
  }

  private SignedIn signedIn(Member member) {
    Identity identity =
        new Identity(
            member.userId(),
            member.email(),
            member.place().organisationId(),
            member.place().role());
    return SignedIn.of(Profile.of(member), tokens.issue(identity));
  }
}
