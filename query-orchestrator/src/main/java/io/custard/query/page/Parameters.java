package io.custard.query.page;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters of lists; what cannot be read fails with {@code REQUEST_INVALID}. */
public final class Parameters {
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Parameters() {}

  /** A moment with its offset, between 1970 and 9999. */
  public static @Nullable Instant instant(String name, @Nullable String text) {
    return read(name, text, Parameters::moment);
  }

  public static @Nullable UUID id(String name, @Nullable String text) {
    return read(name, text, given -> UUID.fromString(matching(ID, given)));
  }

  /** A text of this form. */
  public static @Nullable String matching(String name, @Nullable String text, Pattern form) {
    return read(name, text, given -> matching(form, given));
  }

  /** One of these. */
  public static @Nullable String oneOf(String name, @Nullable String text, Set<String> words) {
    if (text != null && !words.contains(text)) {
      throw unreadable(name);
    }
    return text;
  }

  public static @Nullable Cursor cursor(@Nullable String text) {
    return read("cursor", text, Cursor::read);
  }

  /** How many items a page has: 1 to 200, 50 where nothing is said. */
  public static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    if (!LIMIT.matcher(text).matches() || Integer.parseInt(text) > MOST) {
      throw unreadable("limit");
    }
    return Integer.parseInt(text);
  }

  /** Says which parameter it is. */
  public static CustardException unreadable(String name) {
    return new CustardException(
        ErrorCode.REQUEST_INVALID, "The parameter " + name + " cannot be read.");
  }

  private static <T> @Nullable T read(
      String name, @Nullable String text, Function<String, T> reader) {
    try {
      return text == null ? null : reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable(name);
    }
  }

  private static Instant moment(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant();
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException("out of bounds");
    }
    return instant;
  }

  private static String matching(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("no match");
    }
    return text;
  }
}
