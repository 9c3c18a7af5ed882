package io.custard.testkit.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names after which statements look for tables. With tables of these names a refusal is the
 * session's and not that of a missing table.
 */
public final class TableNames {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)\\b(?:from|join|into|update|table|only|on|lock)\\s+([a-z_][a-z_0-9]*)\\b(?!\\s*\\()");

  private TableNames() {}

  public static Set<String> of(List<String> statements) {
    Set<String> names = new TreeSet<>();
    for (String statement : statements) {
      Matcher name = NAME.matcher(statement);
      while (name.find()) {
        names.add(name.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
