package io.custard.agent.database.sqlite;

import io.custard.agent.database.RowChunks;
import io.custard.agent.database.file.FileFailures;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sqlite.Function;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * Opens a file so that nothing can be written through the handle, nor through it into another file.
 *
 * <p>The file is opened with {@code SQLITE_OPEN_READONLY}; {@code query_only} says it again for the
 * temporary schema. No database can be attached, which {@code VACUUM INTO} would need too. No
 * extension can be loaded; views and triggers of the file may call harmless functions only. The
 * rest bounds what one statement may use. Sorting stays in memory, so that nothing is written to
 * the temporary folder; {@link Watchdog} bounds that memory, because the driver's SQLite is built
 * without its own bound.
 */
final class ReadOnlyHandle {
  private static final int BUSY_MILLIS = 2_000;

  /**
   * A larger value fits into no row that may be sent; and a function is not stopped within a call.
   */
  private static final int MAX_VALUE_BYTES = (int) RowChunks.MAX_ROW_BYTES;

  private static final Map<SQLiteLimits, Integer> LIMITS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, 256 << 10),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_COLUMN, 2_000),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 500),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_COMPOUND_SELECT, 100),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_VDBE_OP, 100_000),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_FUNCTION_ARG, 100),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_VARIABLE_NUMBER, 0),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0)));

  /** Cache in KiB, hence negative; mapping the file would turn a cut-off file into a signal. */
  private static final List<String> PRAGMAS =
      List.of(
          "PRAGMA query_only = 1",
          "PRAGMA trusted_schema = 0",
          "PRAGMA cell_size_check = 1",
          "PRAGMA temp_store = 2",
          "PRAGMA cache_size = -8192",
          "PRAGMA mmap_size = 0",
          "PRAGMA automatic_index = 1",
          "PRAGMA writable_schema = 0");

  /** Functions that the driver adds and that make values of any size, past SQLite's own limit. */
  private static final List<String> UNBOUNDED = List.of("replicate", "padl", "padr", "padc");

  /** With what the driver adds by itself; otherwise the function of the file's encoding stays. */
  private static final int ANY_ENCODING = 1;

  private ReadOnlyHandle() {}

  /** May wait a moment for a writer. The caller closes it. */
  static SQLiteConnection open(Path file) throws SQLException {
    FileFailures.check(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    config.setBusyTimeout(BUSY_MILLIS);
    SQLiteConnection handle = JDBC.createConnection(address(file), config.toProperties());
    try {
      protect(handle);
      return handle;
    } catch (SQLException e) {
      handle.close();
      throw e;
    }
  }

  /** The path in full, escaped, so that no part of it can pass for a parameter. */
  private static String address(Path file) {
    return JDBC.PREFIX + "file:" + file.toUri().getRawPath() + "?mode=ro&cache=private";
  }

  private static void protect(SQLiteConnection handle) throws SQLException {
    try (Statement statement = handle.createStatement()) {
      for (String pragma : PRAGMAS) {
        statement.execute(pragma);
      }
    }
    for (Map.Entry<SQLiteLimits, Integer> limit : LIMITS.entrySet()) {
      handle.setLimit(limit.getKey(), limit.getValue());
    }
    for (String name : UNBOUNDED) {
      Function.create(handle, name, new Refused(), 2, ANY_ENCODING);
    }
    MaskFunctions.add(handle);
  }

  private static final class Refused extends Function {
    @Override
    protected void xFunc() throws SQLException {
      error("not allowed here");
    }
  }
}
