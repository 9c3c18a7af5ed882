package io.custard.access.token;

import io.custard.access.PersonalToken;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request shows of itself; secrets, so no text form shows them. */
public sealed interface Shown {
  /** An access token. */
  record AccessToken(String text) implements Shown {
    @Override
    public String toString() {
      return "AccessToken[…]";
    }
  }

  /** An access token that the browser sent by itself. */
  record BrowserToken(String text) implements Shown {
    @Override
    public String toString() {
      return "BrowserToken[…]";
    }
  }

  /** A personal API token. */
  record ApiToken(PersonalToken token) implements Shown {}

  /**
   * The header wins over the cookie. Fails with {@code AUTH_REQUIRED} when nothing is shown, and
   * with {@code AUTH_TOKEN_INVALID} when it cannot be a token.
   *
   * @param authorization the header {@code Authorization}
   * @param cookie the cookie {@code custard_access}
   */
  static Shown of(@Nullable String authorization, @Nullable String cookie) {
    if (authorization != null) {
      return bearer(authorization);
    }
    if (cookie != null && !cookie.isEmpty()) {
      return new BrowserToken(cookie);
    }
    throw new CustardException(
        ErrorCode.AUTH_REQUIRED, "Send an access token: Authorization: Bearer …");
  }

  private static Shown bearer(String authorization) {
    String scheme = "bearer ";
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(scheme)) {
      throw new CustardException(
          ErrorCode.AUTH_REQUIRED, "Send an access token: Authorization: Bearer …");
    }
    String text = authorization.substring(scheme.length()).strip();
    return text.startsWith(PersonalToken.PREFIX)
        ? new ApiToken(PersonalToken.parse(text).orElseThrow(Shown::malformed))
        : new AccessToken(text);
  }

  private static CustardException malformed() {
    return new CustardException(
        ErrorCode.AUTH_TOKEN_INVALID, "The API token is not complete; copy it again.");
  }
}
