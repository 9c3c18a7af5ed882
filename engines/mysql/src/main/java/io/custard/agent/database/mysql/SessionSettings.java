package io.custard.agent.database.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The layer below the guard (guard.md 2.9): what the server itself enforces. A session serves one
 * statement only, so nothing that a statement sets outlives it. Times are in milliseconds.
 */
final class SessionSettings {
  private static final long MAX_LOCK_WAIT = 10_000;
  private static final long IDLE_SLACK = 5_000;

  /**
   * How the guard reads a text: quotes are strings, a backslash escapes, two bars mean OR, a name
   * is a call only right before its parenthesis.
   */
  private static final Set<String> MODE =
      Set.of("STRICT_TRANS_TABLES", "ERROR_FOR_DIVISION_BY_ZERO", "NO_ENGINE_SUBSTITUTION");

  /** MySQL groups strictly unless told otherwise, MariaDB does not; both stay as they are known. */
  private static final String STRICT_GROUPS = "ONLY_FULL_GROUP_BY";

  /** Refuses every write and definition, in whatever transaction; it must hold or nothing runs. */
  static final String READ_ONLY = "SET SESSION TRANSACTION READ ONLY";

  private SessionSettings() {}

  /** What must be set before anything else. */
  static String fixed(Flavor flavor) {
    return "SET SESSION sql_mode = '%s', SESSION autocommit = 1, SESSION wait_timeout = 120"
        .formatted(String.join(",", mode(flavor).sorted().toList()));
  }

  /** Whether the server took the mode as it was asked for, and nothing else. */
  static boolean isMode(Flavor flavor, String mode) {
    return Set.of(mode.toUpperCase(Locale.ROOT).split(","))
        .equals(mode(flavor).collect(Collectors.toSet()));
  }

  private static Stream<String> mode(Flavor flavor) {
    return flavor.isMariaDb()
        ? MODE.stream()
        : Stream.concat(MODE.stream(), Stream.of(STRICT_GROUPS));
  }

  /** Bounds that not every version has, or lets a plain user set; each is tried by itself. */
  static List<String> optional(Flavor flavor) {
    return flavor.isMariaDb()
        ? List.of(
            "max_session_mem_used = 268435456",
            "tmp_disk_table_size = 1073741824",
            "max_tmp_session_space_usage = 1073741824",
            "max_recursive_iterations = 1000",
            "max_sp_recursion_depth = 0")
        : List.of(
            "tmp_table_size = 67108864",
            "max_heap_table_size = 67108864",
            "cte_max_recursion_depth = 1000",
            "max_sp_recursion_depth = 0");
  }

  static String set(List<String> assignments) {
    return assignments.stream().collect(Collectors.joining(", SESSION ", "SET SESSION ", ""));
  }

  /** Bounds one statement. */
  static String bounds(Flavor flavor, long timeoutMillis, long rows) {
    long timeout = Math.max(1, Math.min(timeoutMillis, Integer.MAX_VALUE - IDLE_SLACK));
    long lockSeconds = seconds(Math.min(timeout, MAX_LOCK_WAIT));
    return set(
        List.of(
            flavor.isMariaDb()
                ? "max_statement_time = %d.%03d".formatted(timeout / 1000, timeout % 1000)
                : "max_execution_time = " + timeout,
            "lock_wait_timeout = " + lockSeconds,
            "innodb_lock_wait_timeout = " + lockSeconds,
            "net_write_timeout = " + seconds(timeout + IDLE_SLACK),
            "sql_select_limit = " + rows));
  }

  static final String BEGIN = "START TRANSACTION READ ONLY";

  private static long seconds(long millis) {
    return Math.max(1, (millis + 999) / 1000);
  }
}
