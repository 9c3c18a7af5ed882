package io.custard.launcher.sample;

import io.custard.launcher.sample.shop.SampleRow;
import io.custard.launcher.sample.shop.SampleShop;
import io.custard.launcher.sample.shop.SampleTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts the sample shop into a PostgreSQL database, in schema {@code public}: all of it or, when
 * anything fails, nothing.
 */
public final class SampleDatabase {
  private static final int CHUNK = 64 * 1024;

  private SampleDatabase() {}

  /**
   * Creates the tables, fills them and gathers statistics, in one transaction of its own. Fails
   * when one of the tables is there already.
   *
   * @param owner of the new tables; the connection must not be in the middle of a transaction
   */
  public static void load(Connection owner) throws SQLException, IOException {
    boolean autoCommit = owner.getAutoCommit();
    owner.setAutoCommit(false);
    try {
      fill(owner);
      owner.commit();
    } catch (SQLException | IOException | RuntimeException e) {
      owner.rollback();
      throw e;
    } finally {
      owner.setAutoCommit(autoCommit);
    }
  }

  /** Whether the last table of the sample shop exists: loading leaves all tables or none. */
  public static boolean isLoaded(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT to_regclass('public.monthly_sales') IS NOT NULL")) {
      return found.next() && found.getBoolean(1);
    }
  }

  private static void fill(Connection owner) throws SQLException, IOException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("SET LOCAL search_path TO public");
      statement.execute(schema());
      for (SampleTable table : SampleShop.generate().tables()) {
        copy(table, owner.unwrap(PGConnection.class));
        statement.execute("ANALYZE " + table.name());
      }
    }
  }

  private static String schema() throws IOException {
    try (InputStream in = SampleDatabase.class.getResourceAsStream("/sample/schema.sql")) {
      byte[] bytes = Objects.requireNonNull(in, "schema.sql").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static void copy(SampleTable table, PGConnection connection) throws SQLException {
    String columns = String.join(", ", table.columns());
    CopyIn copy =
        connection
            .getCopyAPI()
            .copyIn("COPY " + table.name() + " (" + columns + ") FROM STDIN ENCODING 'UTF8'");
    try {
      StringBuilder chunk = new StringBuilder(CHUNK + 1024);
      for (Iterator<SampleRow> rows = table.rows().iterator(); rows.hasNext(); ) {
        CopyText.append(rows.next(), chunk);
        if (chunk.length() >= CHUNK || !rows.hasNext()) {
          byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
          copy.writeToCopy(bytes, 0, bytes.length);
          chunk.setLength(0);
        }
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
