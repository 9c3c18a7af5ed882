package io.custard.auth.member;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * After which row a page begins, in lists by age. Its text form is opaque to callers.
 *
 * @param at to the microsecond, as stored
 */
public record Cursor(Instant at, UUID id) {
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /** Before every row. */
  public static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

  public Cursor {
    if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException("no row is of that time");
    }
  }

  /** Reads what a page said; absent is the start, anything else is {@code REQUEST_INVALID}. */
  public static Cursor parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return START;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      int space = plain.indexOf(' ');
      return new Cursor(
          Instant.parse(plain.substring(0, space)), UUID.fromString(plain.substring(space + 1)));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new CustardException(
          ErrorCode.REQUEST_INVALID, "Use next_cursor of the page before, unchanged.", e);
    }
  }

  /** The form for callers. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
  }
}
