package io.custard.query.history;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts as they are searched: words in lower case with blanks between them. ASCII marks are gaps,
 * or PostgreSQL would take {@code orders.total} for one word, the name of a host; and lower case is
 * made here, for that of the database depends on its locale.
 */
public final class SearchText {
  private static final Pattern MARKS =
      Pattern.compile("[\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]+");
  private static final int LONGEST = 100_000;

  private SearchText() {}

  /** The words of a text, some with marks that are not of ASCII. */
  public static Stream<String> words(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return MARKS.splitAsStream(cut.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
  }

  static String of(@Nullable String question, @Nullable String sql) {
    String both = (question == null ? "" : question) + " " + (sql == null ? "" : sql);
    return String.join(" ", words(both).toList());
  }
}
