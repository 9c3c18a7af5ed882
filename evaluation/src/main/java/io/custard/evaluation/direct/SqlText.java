package io.custard.evaluation.direct;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be known of a text before SQLite's driver is given it, which runs the first of several
 * statements and says nothing of the others.
 *
 * @param isQuery whether it is one statement, and one that returns rows
 * @param isOrdered whether its outermost query says in which order
 */
public record SqlText(boolean isQuery, boolean isOrdered) {
  private static final Set<String> QUERIES = Set.of("select", "with", "values");

  /**
   * Quoted texts and names, comments, and single characters and words between them. A doubled quote
   * looks like two texts side by side, which hide as much.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<skip>\\s+|--[^\\n]*|/\\*.*?(?:\\*/|\\z))"
              + "|'[^']*+'|\"[^\"]*+\"|`[^`]*+`|\\[[^\\]]*+]"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)|.",
          Pattern.DOTALL);

  public static SqlText of(String sql) {
    Matcher token = TOKEN.matcher(sql);
    String first = "";
    String last = "";
    int depth = 0;
    boolean ended = false;
    boolean ordered = false;
    while (token.find()) {
      if (token.group("skip") != null) {
        continue;
      }
      String text = token.group().toLowerCase(Locale.ROOT);
      if (ended && !text.equals(";")) {
        return new SqlText(false, false);
      }
      ended |= text.equals(";");
      depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
      ordered |= depth == 0 && last.equals("order") && text.equals("by");
      first = first.isEmpty() ? text : first;
      last = text;
    }
    return new SqlText(QUERIES.contains(first), ordered);
  }
}
