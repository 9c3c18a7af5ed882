package io.custard.query.prompt;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.regex.Pattern;

/**
 * Text that others wrote, as a JSON string: whatever it holds, it does not end where it says it
 * does. Line separators and what does not show are escaped too.
 */
final class Quoted {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\u007f-\\u009f]");

  private Quoted() {}

  /** At most so many characters of it. */
  static String text(String text, int most) {
    String cut = text.length() > most ? text.substring(0, most) + "…" : text;
    String shown = HIDDEN.matcher(cut).replaceAll(" ");
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(shown)) + '"';
  }

  /** A name as it is where it is a plain one. */
  static String name(String name) {
    return PLAIN.matcher(name).matches() ? name : text(name, 256);
  }
}
