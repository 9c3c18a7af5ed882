package io.custard.evaluation.direct;

import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.rows.RowTape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/** A SQLite file as its own driver reads it. Safe for several threads: each run opens it anew. */
public final class DirectDatabase {
  /** It was not given to the driver, see {@link SqlText}. */
  public static final String NO_QUERY = "DIRECT_NO_QUERY";

  public static final String FAILED = "DIRECT_FAILED";
  public static final String LATE = "DIRECT_LATE";

  private static final int INSTRUCTIONS = 10_000;

  private final Path file;
  private final Duration limit;

  public DirectDatabase(Path file, Duration limit) {
    this.file = file;
    this.limit = limit;
  }

  /** Never throws for what a statement does. */
  public Outcome run(String sql) {
    if (!SqlText.of(sql).isQuery()) {
      return new Outcome.Failed(NO_QUERY, "not one statement that reads");
    }
    Deadline deadline = new Deadline(System.nanoTime() + limit.toNanos());
    try (SQLiteConnection handle = open()) {
      ProgressHandler.setHandler(handle, INSTRUCTIONS, deadline);
      try (PreparedStatement statement = handle.prepareStatement(sql);
          ResultSet rows = statement.executeQuery()) {
        return new Outcome.Ran(read(rows));
      }
    } catch (SQLException e) {
      return deadline.passed
          ? new Outcome.Failed(LATE, "not done in " + limit.toSeconds() + " s")
          : new Outcome.Failed(FAILED, String.valueOf(e.getMessage()));
    }
  }

  private SQLiteConnection open() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return JDBC.createConnection(
        JDBC.PREFIX + "file:" + file.toUri().getRawPath() + "?mode=ro", config.toProperties());
  }

  private static RowTape.Rows read(ResultSet rows) throws SQLException {
    int width = rows.getMetaData().getColumnCount();
    RowTape tape = new RowTape();
    while (rows.next()) {
      List<@Nullable Object> row = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        row.add(value(rows.getObject(i)));
      }
      tape.add(row);
    }
    return tape.end();
  }

  /** Blobs are taken for texts, as whoever measures with other tools does. */
  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case Integer whole -> whole.longValue();
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      case null, default -> value;
    };
  }

  private static final class Deadline extends ProgressHandler {
    private final long nanos;
    private boolean passed;

    Deadline(long nanos) {
      this.nanos = nanos;
    }

    @Override
    protected int progress() {
      passed = System.nanoTime() - nanos > 0;
      return passed ? 1 : 0;
    }
  }
}
