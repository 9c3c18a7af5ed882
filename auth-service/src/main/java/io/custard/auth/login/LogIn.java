package io.custard.auth.login;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.auth.member.Emails;
import io.custard.protocol.OrganisationId;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person who says who they are. Lengths are bounded only to bound the work.
 *
 * @param browser true: the tokens are wanted as cookies
 * @param organisationId where to; absent: where they were last
 */
@JsonNaming(SnakeCaseStrategy.class)
record LogIn(
    @NotEmpty(message = "an e-mail is needed") @Size(max = 254) String email,
    @NotNull(message = "a password is needed") @Size(max = 1024) String password,
    @Nullable Boolean browser,
    @Nullable OrganisationId organisationId) {

  LogIn {
    email = Emails.normalised(email);
  }

  boolean inBrowser() {
    return Boolean.TRUE.equals(browser);
  }

  @Override
  public String toString() {
    return "LogIn[…]";
  }
}
