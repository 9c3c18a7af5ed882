package io.custard.auth.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.auth.account.Profile.OrganisationView;
import io.custard.auth.account.Profile.UserView;
import io.custard.auth.token.AccessToken;

/**
 * The answer to a sign-up or log-in.
 *
 * @param expiresIn seconds from now
 */
@JsonNaming(SnakeCaseStrategy.class)
record SignedIn(
    UserView user,
    OrganisationView organisation,
    String accessToken,
    String tokenType,
    long expiresIn) {

  static SignedIn of(Profile profile, AccessToken token) {
    return new SignedIn(
        profile.user(),
        profile.organisation(),
        token.value(),
        "Bearer",
        token.lifetime().toSeconds());
  }

  @Override
  public String toString() {
    return "SignedIn[" + user.id() + "]";
  }
}
