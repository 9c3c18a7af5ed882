package io.custard.access;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A browser sends cookies whoever's page asks it to. So a request that changes something and is
 * known by its cookie alone must repeat, in a header, what only our own page can read.
 */
public final class CsrfRule {
  /** The header that repeats it. */
  public static final String HEADER = "X-CSRF-Token";

  /** Where the request comes from, as browsers say it and no page can. */
  public static final String FETCH_SITE = "Sec-Fetch-Site";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private CsrfRule() {}

  /** Whether requests of this method change nothing, and so need no proof. */
  public static boolean isSafe(String method) {
    return SAFE.contains(method);
  }

  /**
   * Fails with {@code AUTH_CSRF} when the proof is missing or wrong.
   *
   * @param expected of the session; null: it is none of a browser, and no proof is right
   * @param shown in {@link #HEADER}
   * @param fetchSite the header {@link #FETCH_SITE}; absent from older browsers
   */
  public static void require(
      @Nullable String expected, @Nullable String shown, @Nullable String fetchSite) {
    boolean proved = expected != null && !expected.isEmpty() && isSame(expected, shown);
    if (!proved || (fetchSite != null && !OWN_SITE.contains(fetchSite))) {
      throw new CustardException(
          ErrorCode.AUTH_CSRF,
          "Send the value of the cookie " + BrowserCookies.CSRF + " in the header " + HEADER + ".");
    }
  }

  private static boolean isSame(String expected, @Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }
}
