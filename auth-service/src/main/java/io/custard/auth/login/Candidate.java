package io.custard.auth.login;

import io.custard.auth.member.Membership;
import io.custard.auth.member.User;
import io.custard.auth.signup.PendingSignUp;
import io.custard.protocol.OrganisationId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who an e-mail may be: a person, a sign-up that waits, or nobody.
 *
 * @param places where the person may be active, oldest first
 */
record Candidate(Optional<User> user, List<Membership> places, Optional<PendingSignUp> pending) {
  Candidate {
    places = List.copyOf(places);
  }

  /** What the password must belong to; null: nothing. */
  @Nullable String hash() {
    return user.isPresent()
        ? user.get().passwordHash()
        : pending.map(PendingSignUp::passwordHash).orElse(null);
  }

  /** As the audit log names them. */
  String actor() {
    return user.map(found -> "user:" + found.userId()).orElse("unknown");
  }

  /** Whose log the attempt belongs to; null: nobody's. */
  @Nullable OrganisationId organisation() {
    return places.isEmpty() ? null : places.getFirst().organisationId();
  }

  @Override
  public String toString() {
    return "Candidate[" + actor() + "]";
  }
}
