package io.custard.bench.stream;

import io.custard.embedded.PostgresServer;
import io.custard.embedded.PostgresSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** A million rows of ten columns of all kinds, on a PostgreSQL server of the benchmark's own. */
final class WideTable implements AutoCloseable {
  static final int ROWS = 1_000_000;
  private static final String DATABASE = "bench";
  private static final String LOAD =
      """
      create table wide as
      select n as id,
             mod(n, 977) as customer_id,
             'Order number ' || n as title,
             mod(n * 37::bigint, 100000) / 100.0 as amount,
             n / 7.0::float8 as weight,
             mod(n, 3) = 0 as express,
             timestamptz '2024-01-01 00:00:00+00' + n * interval '1 minute' as placed_at,
             date '2024-01-01' + mod(n, 900) as due_on,
             case when mod(n, 5) = 0 then null else md5(n::text) end as note,
             md5((n * 3)::text)::uuid as token
      from generate_series(1, %d) as n
      """
          .formatted(ROWS);

  private final PostgresServer server;

  private WideTable(PostgresServer server) {
    this.server = server;
  }

  static WideTable load() throws SQLException {
    PostgresServer server = PostgresServer.start(PostgresSettings.temporary());
    server.createDatabase(DATABASE);
    try (Connection connection = server.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(LOAD);
      statement.execute("vacuum analyze wide");
    }
    return new WideTable(server);
  }

  /**
   * Every row so many times; a table of ten million rows would only measure the disk.
   *
   * @param times 1 for a million rows
   */
  static String select(int times) {
    return times == 1
        ? "select * from wide"
        : "select wide.* from generate_series(1, " + times + ") as again cross join wide";
  }

  String url() {
    return "postgresql://postgres:%s@127.0.0.1:%d/%s"
        .formatted(server.superuserPassword(), server.port(), DATABASE);
  }

  /** Reads the rows as PostgreSQL's own client would, and throws them away. */
  Transfer copy(int times) throws SQLException, IOException {
    try (Connection connection = server.connect(DATABASE)) {
      Counter counter = new Counter();
      long start = System.nanoTime();
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy (" + select(times) + ") to stdout", counter);
      return new Transfer(rows, counter.bytes, (System.nanoTime() - start) / 1e9);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int count) {
      bytes += count;
    }
  }
}
