package io.custard.auth.oidc;

import io.custard.auth.provider.Handshake;
import io.custard.auth.ratelimit.Visitor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of a browser on its way to a provider. Lax, for the provider's page sends the browser
 * back; it goes to nothing but these addresses.
 */
final class OidcCookie {
  private static final String NAME = "custard_oidc";
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String COOKIE =
      NAME + "=%s; Path=/api/v1/auth/oidc; Max-Age=%d; HttpOnly; Secure; SameSite=Lax";

  private OidcCookie() {}

  static String of(Handshake handshake) {
    return COOKIE.formatted(handshake.secret(), OidcFlows.LIFE.toSeconds());
  }

  static String gone() {
    return COOKIE.formatted("", 0);
  }

  static @Nullable Handshake read(Visitor visitor) {
    String value = visitor.cookie(NAME);
    return value != null && SECRET.matcher(value).matches() ? new Handshake(value) : null;
  }
}
