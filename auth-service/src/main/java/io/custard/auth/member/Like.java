package io.custard.auth.member;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Patterns for {@code like … escape '!'} on columns in lower case. */
public final class Like {
  private Like() {}

  /** Matches what contains the text, taken literally; everything when there is none. */
  public static String contains(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "%";
    }
    return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }
}
