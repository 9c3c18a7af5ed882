package io.custard.auth.session;

import io.custard.auth.ratelimit.Visitor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A browser's session in cookies. No script reads the tokens; the refresh token goes to auth
 * addresses only; a page of somebody else's can send none of them with a request that changes
 * anything, and does not know what the header must say.
 */
public final class SessionCookies {
  static final String REFRESH = "custard_refresh";
  static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String ACCESS_COOKIE =
      "custard_access=%s; Path=/; Max-Age=%d; HttpOnly; Secure; SameSite=Lax";
  private static final String REFRESH_COOKIE =
      REFRESH + "=%s; Path=/api/v1/auth; Max-Age=%d; HttpOnly; Secure; SameSite=Strict";
  private static final String CSRF_COOKIE =
      "custard_csrf=%s; Path=/; Max-Age=%d; Secure; SameSite=Strict";
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private SessionCookies() {}

  /** The answer to a log-in, with cookies for a browser. Never kept by a cache. */
  public static RestResponse<SignedIn> answer(SignedIn signedIn) {
    ResponseBuilder<SignedIn> answer =
        ResponseBuilder.ok(signedIn).header("Cache-Control", "no-store");
    put(answer, signedIn);
    return answer.build();
  }

  /** The same cookies for an answer that says something else. */
  public static void put(ResponseBuilder<?> answer, SignedIn signedIn) {
    SignedIn.Cookies cookies = signedIn.cookies();
    if (cookies != null) {
      set(answer, ACCESS_COOKIE.formatted(cookies.access(), signedIn.expiresIn()));
      set(answer, REFRESH_COOKIE.formatted(cookies.refresh(), signedIn.refreshExpiresIn()));
      set(answer, CSRF_COOKIE.formatted(cookies.csrf(), signedIn.refreshExpiresIn()));
    }
  }

  /** Nothing to say, and the browser forgets what it had. */
  public static RestResponse<Void> gone() {
    ResponseBuilder<Void> answer = ResponseBuilder.noContent();
    set(answer, ACCESS_COOKIE.formatted("", 0));
    set(answer, REFRESH_COOKIE.formatted("", 0));
    set(answer, CSRF_COOKIE.formatted("", 0));
    return answer.build();
  }

  /** Whether a request that a cookie speaks for comes from a page of ours. */
  static boolean isOwn(Visitor visitor, String csrf) {
    String site = visitor.header("Sec-Fetch-Site");
    return (site == null || OWN_SITES.contains(site)) && equal(visitor.header(CSRF_HEADER), csrf);
  }

  private static boolean equal(@Nullable String said, String expected) {
    return said != null
        && MessageDigest.isEqual(
            said.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  private static void set(ResponseBuilder<?> answer, String cookie) {
    answer.header("Set-Cookie", cookie);
  }
}
