package io.custard.connection.status;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes what an agent told fit to be stored: agents run on other people's machines, so nothing of
 * it is believed, least of all its length. PostgreSQL stores no NUL.
 */
final class Told {
  /** Of names that are part of a primary key. */
  private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,200}");

  private static final List<String> LAMPS = List.of("green", "red", "unknown");

  private Told() {}

  /** Whether this can name an agent; what cannot is not stored at all. */
  static boolean isName(String told) {
    return NAME.matcher(told).matches();
  }

  static @Nullable String text(@Nullable String told, int most) {
    if (told == null) {
      return null;
    }
    String clean = told.indexOf('\0') < 0 ? told : told.replace("\0", "");
    if (clean.length() <= most) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most;
    return clean.substring(0, end);
  }

  static String @Nullable [] texts(@Nullable List<String> told, int count, int most) {
    return told == null
        ? null
        : told.stream().limit(count).map(one -> text(one, most)).toArray(String[]::new);
  }

  /** Anything that is no lamp is {@code unknown}; nothing is what the caller says it means. */
  static String lamp(@Nullable String told, String absent) {
    if (told == null) {
      return absent;
    }
    return LAMPS.contains(told) ? told : "unknown";
  }
}
