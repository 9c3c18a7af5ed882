package io.custard.auth.oidc;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in the web app somebody goes after the log-in. Only a path of our own: of all that browsers
 * read as another host ({@code //x}, {@code /\x}, control characters they skip) nothing fits.
 *
 * @param path with its query, at most 500 characters
 */
record ReturnTo(String path) {
  static final int LONGEST = 500;

  private static final Pattern OWN =
      Pattern.compile("/(?:(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@?/-]|%[0-9A-Fa-f]{2})+)?");

  /** After the pattern, which it is held to. */
  static final ReturnTo HOME = new ReturnTo("/");

  ReturnTo {
    if (path.length() > LONGEST || !OWN.matcher(path).matches()) {
      throw new CustardException(
          ErrorCode.REQUEST_INVALID, "return_to must be a path of this site, such as /questions.");
    }
  }

  static ReturnTo of(@Nullable String said) {
    return said == null || said.isEmpty() ? HOME : new ReturnTo(said);
  }
}
