package io.custard.agent.database.postgresql;

/**
 * The layer below the guard (guard.md 2.9): what the server itself enforces. Times are in
 * milliseconds. {@code temp_file_limit} would belong here too, but only superusers may set it.
 */
final class SessionSettings {
  private static final long MAX_LOCK_WAIT = 10_000;
  private static final long IDLE_SLACK = 5_000;

  static final String LOST_CLIENT_CHECK = "client_connection_check_interval = 1000";

  private SessionSettings() {}

  /** Begins the transaction; the isolation stays the server's default. */
  static String begin(long timeoutMillis, boolean noticesLostClient) {
    long timeout = Math.max(1, Math.min(timeoutMillis, Integer.MAX_VALUE - IDLE_SLACK));
    return "BEGIN READ ONLY"
        + (noticesLostClient ? "; SET LOCAL " + LOST_CLIENT_CHECK : "")
        + set("statement_timeout", timeout)
        + set("lock_timeout", Math.min(timeout, MAX_LOCK_WAIT))
        + set("idle_in_transaction_session_timeout", timeout + IDLE_SLACK)
        // The guard reads a backslash in a literal as itself; the server must do the same
        + "; SET LOCAL standard_conforming_strings = on"
        // Fixed forms of values, which the cells rely on
        + "; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601'"
        + "; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1";
  }

  private static String set(String name, long value) {
    return "; SET LOCAL " + name + " = " + value;
  }
}
