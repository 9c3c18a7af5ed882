package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.Truncation;
import io.custard.testkit.database.ReadRows;
import io.custard.testkit.database.TestingPostgres;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Order, caps, deadlines and cancelling, against a real server. */
class PgResultsTest {
  private static final ReadingPostgres POSTGRES = new ReadingPostgres();

  @AfterAll
  static void close() {
    POSTGRES.close();
  }

  @Test
  void manyRowsKeepTheirOrderOverSeveralReads() {
    ReadRows result = POSTGRES.read("SELECT i, repeat('x', 100) FROM generate_series(1, 3000) i");

    assertThat(result.rows().lines().count()).isEqualTo(1);
    assertThat(result.rows()).startsWith("[1,\"xxx").contains("],[3000,\"xxx");
    assertThat(result.rows().split("],\\[")).hasSize(3000);
    assertThat(result.truncation()).isEmpty();
  }

  @Test
  void rowCapIsSaid() {
    ReadRows result =
        POSTGRES.read("SELECT i FROM generate_series(1, 1000000) i", new RowCaps(700, 1 << 20));

    assertThat(result.rows().split(",")).hasSize(700);
    assertThat(result.truncation()).contains(new Truncation(Truncation.ROWS, 700));
  }

  @Test
  void aResultThatJustFitsIsNotTruncated() {
    ReadRows result =
        POSTGRES.read("SELECT i FROM generate_series(1, 500) i", new RowCaps(500, 1 << 20));

    assertThat(result.rows().split(",")).hasSize(500);
    assertThat(result.truncation()).isEmpty();
  }

  @Test
  void byteCapIsSaid() {
    ReadRows result =
        POSTGRES.read(
            "SELECT repeat('x', 1000) FROM generate_series(1, 100000)", new RowCaps(9999, 50_000));

    assertThat(result.rows().length()).isBetween(45_000, 50_000);
    assertThat(result.truncation()).contains(new Truncation(Truncation.BYTES, 50_000));
  }

  @Test
  void aRowLargerThanAFrameIsAnErrorAndNotAnOutOfMemory() {
    POSTGRES.assertFailure("SELECT repeat('x', 200000000)", ErrorCode.SQL_EXECUTION_FAILED);
  }

  @Test
  void aStatementWithoutResultIsOneWithoutColumns() {
    assertThat(POSTGRES.read("SELECT FROM customer").rows()).isEqualTo("[]");
  }

  @Test
  void slowStatementEndsAtItsDeadline() {
    long start = System.nanoTime();

    assertThatThrownBy(() ->
            ReadRows.of(
                POSTGRES.loop(),
                POSTGRES.asReader(),
                "SELECT pg_sleep(30), 'deadline-test'",
                ReadingPostgres.WIDE,
                300))
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_DEADLINE_EXCEEDED));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(TestingPostgres.running("deadline-test")).isZero();
  }

  @Test
  void cancelReachesTheDatabase() {
    RowCursor cursor = POSTGRES.open("SELECT pg_sleep(30), 'cancel-test'");
    CompletableFuture<Object> rows = new CompletableFuture<>();
    POSTGRES
        .loop()
        .get(() -> {
          cursor.next().onComplete(rows::complete);
          return Future.succeededFuture();
        });
    await().until(() -> TestingPostgres.running("cancel-test") == 1);

    POSTGRES.loop().get(cursor::close);

    await().atMost(Duration.ofSeconds(2)).until(() -> TestingPostgres.running("cancel-test") == 0);
  }

  @Test
  void unreadRowsStopTheServer() {
    RowCursor cursor =
        POSTGRES.open("SELECT repeat('x', 100000), 'unread-test' FROM generate_series(1, 100000)");

    RowChunk first = POSTGRES.loop().get(cursor::next).orElseThrow();

    assertThat(first.rows()).isEqualTo(1);
    POSTGRES.loop().get(cursor::close);
    await().atMost(Duration.ofSeconds(3)).until(() -> TestingPostgres.running("unread-test") == 0);
  }
}
