package io.custard.auth.account;

import io.custard.auth.member.Member;
import io.custard.auth.member.Members;
import io.custard.auth.token.Bearer;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows who the bearer of a token is now; the token alone may be older than the truth. */
@ApplicationScoped
class ShowProfile {
  private final Members members;

  ShowProfile(Members members) {
    this.members = members;
  }

  Uni<Profile> of(Bearer bearer) {
    return members
        .byIds(bearer.userId(), bearer.organisationId())
        .map(ShowProfile::present)
        .map(Profile::of);
  }

  private static Member present(Optional<Member> found) {
    return found.orElseThrow(() ->
        new CustardException(ErrorCode.AUTH_TOKEN_INVALID, "This account is gone; sign up again."));
  }
}
