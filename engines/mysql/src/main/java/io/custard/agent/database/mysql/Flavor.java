package io.custard.agent.database.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of both servers this is. They differ in how a statement's time is bounded and in what may
 * be set beside it.
 *
 * @param version as people know it, {@code 11.4.5} for example
 */
record Flavor(boolean isMariaDb, String version) {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*");

  private static final Pattern PARTS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

  /** From {@code version()}; MariaDB before 11 puts {@code 5.5.5-} before its own number. */
  static Flavor of(String version) {
    boolean isMariaDb = version.contains("MariaDB");
    Matcher number = NUMBER.matcher(isMariaDb ? version.replaceFirst("^5\\.5\\.5-", "") : version);
    return new Flavor(isMariaDb, number.lookingAt() ? number.group() : "unknown");
  }

  String title() {
    return (isMariaDb ? "MariaDB " : "MySQL ") + version;
  }

  /** Whether the server can bound a statement's time and answers as {@link ResultTap} expects. */
  boolean isSupported() {
    Matcher parts = PARTS.matcher(version);
    if (!parts.lookingAt()) {
      return false;
    }
    long number =
        Long.parseLong(parts.group(1)) * 1_000_000
            + Long.parseLong(parts.group(2)) * 1_000
            + (parts.group(3) == null ? 0 : Long.parseLong(parts.group(3)));
    return number >= (isMariaDb ? 10_002_000 : 5_007_008);
  }
}
