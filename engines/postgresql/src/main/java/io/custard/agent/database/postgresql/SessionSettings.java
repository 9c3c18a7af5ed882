package io.custard.agent.database.postgresql;

/**
 * The layer below the guard (guard.md 2.9): what the server itself enforces. Times are in
 * milliseconds.
 *
 * <pre>
 * READ ONLY                      no table, sequence, role or setting of the server is written
 * the snapshot of a first query  SET TRANSACTION READ WRITE comes too late
 * default_transaction_read_only  a transaction begun after COMMIT reads only too
 * a cursor WITH HOLD             PREPARE TRANSACTION is refused, so nothing outlives the session
 * search_path                    pg_catalog first (it is not named), pg_temp last: nobody's table or
 *                                function takes the place of a built-in one
 * </pre>
 *
 * Memory and workers are bounded, never raised. What a statement sets itself ends with ROLLBACK and
 * DISCARD ALL.
 */
final class SessionSettings {
  private static final long MAX_LOCK_WAIT = 10_000;
  private static final long IDLE_SLACK = 5_000;
  private static final int MAX_WORK_MEMORY_KIB = 64 * 1024;
  private static final int MAX_WORKERS = 2;
  private static final String MAX_TEMP_FILES = "2GB";

  static final String LOST_CLIENT_CHECK = "client_connection_check_interval = 1000";

  /** For the whole session; DISCARD ALL forgets it, so it is said again. */
  static final String READ_ONLY_SESSION = "SET default_transaction_read_only = on";

  /** Whether the role may set {@code temp_file_limit}; as a rule only superusers may. */
  static final String TEMP_LIMIT_BEFORE_15 =
      "SELECT pg_catalog.current_setting('is_superuser') = 'on' AS may";

  static final String TEMP_LIMIT_SINCE_15 =
      "SELECT pg_catalog.has_parameter_privilege('temp_file_limit', 'SET') AS may";

  private static final String BOUNDS =
      """
      ; SELECT pg_catalog.set_config('search_path',
          coalesce(pg_catalog.string_agg(pg_catalog.quote_ident(s), ', ' ORDER BY n) || ', ', '')
          || 'pg_temp', true),
        pg_catalog.set_config('work_mem', least(%d, pg_catalog.pg_size_bytes(
          pg_catalog.current_setting('work_mem')) / 1024)::text, true),
        pg_catalog.set_config('max_parallel_workers_per_gather', least(%d,
          pg_catalog.current_setting('max_parallel_workers_per_gather')::int)::text, true)
      FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY u (s, n)
      WHERE s <> 'pg_catalog' AND s !~ '^pg_temp'\
      """
          .formatted(MAX_WORK_MEMORY_KIB, MAX_WORKERS);

  private static final String TEMP_LIMIT =
      """
      ; SELECT pg_catalog.set_config('temp_file_limit', CASE
          WHEN pg_catalog.pg_size_bytes(t) BETWEEN 0 AND pg_catalog.pg_size_bytes('%1$s') THEN t
          ELSE '%1$s' END, true)
      FROM pg_catalog.current_setting('temp_file_limit') t\
      """
          .formatted(MAX_TEMP_FILES);

  /**
   * What a server and a role allow beyond what all do.
   *
   * @param noticesLostClient see {@link #LOST_CLIENT_CHECK}
   * @param limitsTempFiles whether the role may set {@code temp_file_limit}
   */
  record Abilities(boolean noticesLostClient, boolean limitsTempFiles) {
    static final Abilities NONE = new Abilities(false, false);
  }

  private SessionSettings() {}

  /** Begins the transaction; the isolation stays the server's default. */
  static String begin(long timeoutMillis, Abilities abilities) {
    long timeout = Math.max(1, Math.min(timeoutMillis, Integer.MAX_VALUE - IDLE_SLACK));
    return "BEGIN READ ONLY"
        + (abilities.noticesLostClient() ? "; SET LOCAL " + LOST_CLIENT_CHECK : "")
        + set("statement_timeout", timeout)
        + set("lock_timeout", Math.min(timeout, MAX_LOCK_WAIT))
        + set("idle_in_transaction_session_timeout", timeout + IDLE_SLACK)
        // The guard reads a backslash in a literal as itself; the server must do the same
        + "; SET LOCAL standard_conforming_strings = on"
        // Fixed forms of values, which the cells rely on
        + "; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601'"
        + "; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1"
        // Compiling costs more than it saves here, and a hostile statement can make it cost much
        + "; SET LOCAL jit = off"
        + BOUNDS
        + (abilities.limitsTempFiles() ? TEMP_LIMIT : "")
        + "; DECLARE custard_unpreparable CURSOR WITH HOLD FOR SELECT 1";
  }

  private static String set(String name, long value) {
    return "; SET LOCAL " + name + " = " + value;
  }
}
