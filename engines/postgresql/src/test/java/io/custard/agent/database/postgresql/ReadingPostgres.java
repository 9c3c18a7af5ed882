package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.testkit.database.EveryEncoding;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.ReadRows;
import io.custard.testkit.database.TestingPostgres;
import org.assertj.core.api.Assertions;

/** The session layer as a reading role, below the guard; one for each test class. */
final class ReadingPostgres implements AutoCloseable {
  static final RowCaps WIDE = new RowCaps(100_000, 64 << 20);

  private final Loop loop = new Loop();
  private final PgDatabase asReader = database(TestingPostgres.reader());

  Loop loop() {
    return loop;
  }

  PgDatabase asReader() {
    return asReader;
  }

  /** Another one; whoever asks closes it. */
  PgDatabase database(DatabaseAddress address) {
    return new PgDatabase(loop.vertx(), address, 2);
  }

  RowCursor open(String sql) {
    return loop.get(() -> asReader.open(sql, ResultShape.json(WIDE), 20_000));
  }

  ReadRows read(String sql) {
    return read(sql, WIDE);
  }

  ReadRows read(String sql, RowCaps caps) {
    return ReadRows.of(loop, asReader, sql, caps, 10_000);
  }

  ReadRows read(PgDatabase database, String sql) {
    return ReadRows.of(loop, database, sql, WIDE, 5_000);
  }

  void assertSameInEveryEncoding(String sql) {
    EveryEncoding.assertSame(loop, asReader, sql);
  }

  void assertFailure(String sql, ErrorCode code) {
    assertThatThrownBy(() -> read(sql))
        .isInstanceOfSatisfying(
            CustardException.class, e -> Assertions.assertThat(e.code()).isEqualTo(code));
  }

  @Override
  public void close() {
    loop.get(asReader::close);
    loop.close();
  }
}
