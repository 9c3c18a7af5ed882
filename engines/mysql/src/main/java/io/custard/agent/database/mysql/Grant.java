package io.custard.agent.database.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code SHOW GRANTS}.
 *
 * @param privileges in capitals, without columns
 * @param object as it is written there, {@code `shop`.*} for example
 * @param isPublic whether everybody has it
 * @param mayPassOn whether with GRANT OPTION or ADMIN OPTION
 */
record Grant(List<String> privileges, String object, boolean isPublic, boolean mayPassOn) {
  private static final String NAME = "(?:`(?:[^`]|``)*`|'(?:[^'\\\\]|''|\\\\.)*'|[\\w$*%]+)";
  private static final Pattern LINE =
      Pattern.compile(
          "GRANT (?<privileges>(?:[^`']|`(?:[^`]|``)*`)+?) ON (?:TABLE |(?<routine>FUNCTION |"
              + "PROCEDURE |PACKAGE |PACKAGE BODY ))?(?<object>"
              + NAME
              + "(?:[.@]"
              + NAME
              + ")?) TO (?<who>"
              + NAME
              + ")(?:@"
              + NAME
              + ")?(?<rest>.*)",
          Pattern.DOTALL);

  Grant {
    privileges = List.copyOf(privileges);
  }

  /** Empty for a line that grants a role: what the role may do has lines of its own. */
  static Optional<Grant> read(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String routine = parts.group("routine") == null ? "" : parts.group("routine");
    return Optional.of(
        new Grant(
            privileges(parts.group("privileges")),
            routine + parts.group("object"),
            parts.group("who").equals("PUBLIC"),
            parts.group("rest").contains("GRANT OPTION")));
  }

  /** Commas within parentheses separate columns. */
  private static List<String> privileges(String text) {
    List<String> found = new ArrayList<>();
    String withoutColumns = text.replaceAll("\\s*\\((?:[^`)]|`(?:[^`]|``)*`)*\\)", "");
    for (String part : withoutColumns.split(",", -1)) {
      found.add(part.strip().toUpperCase(Locale.ROOT));
    }
    return found;
  }

  boolean has(String privilege) {
    return privileges.contains(privilege);
  }

  boolean isGlobal() {
    return object.equals("*.*");
  }

  /** The whole server, or the schema that holds accounts and the hashes of their passwords. */
  boolean reachesAccounts() {
    return isGlobal() || object.startsWith("`mysql`.") || object.startsWith("mysql.");
  }
}
