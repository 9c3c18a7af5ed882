package io.custard.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.TableDescription;
import io.custard.protocol.Truncation;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every engine promises of its results, against a real database and below the guard. An
 * engine's own test extends it.
 */
public abstract class DatabaseContract {
  /** Caps that no result of a test reaches. */
  protected static final RowCaps WIDE = new RowCaps(100_000, 64 << 20);

  private static final long PLENTY_MILLIS = 20_000;

  protected abstract Loop loop();

  /** As a role that may read, if there are roles. */
  protected abstract Database database();

  /** What stands behind FROM: so many rows, with the numbers from one on in a column {@code i}. */
  protected abstract String numbers(long count);

  /** An expression for a text of so many {@code x}. */
  protected String text(int length) {
    return "repeat('x', %d)".formatted(length);
  }

  /** A statement that works for very long, with a marker in it to know it by. */
  protected abstract String slow(String marker);

  /** How many statements run now that hold the marker, as far as somebody can be asked. */
  protected int running(String marker) {
    return 0;
  }

  @Test
  final void manyRowsKeepTheirOrder() {
    ReadRows result = read("SELECT i, " + text(100) + " FROM " + numbers(3000));

    assertThat(result.rows().lines().count()).isEqualTo(1);
    assertThat(result.rows()).startsWith("[1,\"xxx").contains("],[3000,\"xxx");
    assertThat(result.rows().split("],\\[")).hasSize(3000);
    assertThat(result.truncation()).isEmpty();
  }

  @Test
  final void rowCapIsSaid() {
    ReadRows result =
        read("SELECT i FROM " + numbers(1_000_000), new RowCaps(700, 1 << 20), PLENTY_MILLIS);

    assertThat(result.rows().split(",")).hasSize(700);
    assertThat(result.truncation()).contains(new Truncation(Truncation.ROWS, 700));
  }

  @Test
  final void aResultThatJustFitsIsNotTruncated() {
    ReadRows result =
        read("SELECT i FROM " + numbers(500), new RowCaps(500, 1 << 20), PLENTY_MILLIS);

    assertThat(result.rows().split(",")).hasSize(500);
    assertThat(result.truncation()).isEmpty();
  }

  @Test
  final void byteCapIsSaid() {
    ReadRows result =
        read(
            "SELECT " + text(1000) + " FROM " + numbers(100_000),
            new RowCaps(9999, 50_000),
            PLENTY_MILLIS);

    assertThat(result.rows().length()).isBetween(45_000, 50_000);
    assertThat(result.truncation()).contains(new Truncation(Truncation.BYTES, 50_000));
  }

  @Test
  final void slowStatementEndsAtItsDeadline() {
    long start = System.nanoTime();

    assertThatThrownBy(() -> read(slow("deadline-test"), WIDE, 300))
        .isInstanceOfSatisfying(
            CustardException.class,
            late -> assertThat(late.code()).isEqualTo(ErrorCode.QUERY_DEADLINE_EXCEEDED));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(running("deadline-test")).isZero();
  }

  protected final RowCursor open(String sql) {
    return loop().get(() -> database().open(sql, ResultShape.json(WIDE), PLENTY_MILLIS));
  }

  protected final ReadRows read(String sql) {
    return read(sql, WIDE, PLENTY_MILLIS);
  }

  private ReadRows read(String sql, RowCaps caps, long timeoutMillis) {
    return ReadRows.of(loop(), database(), sql, caps, timeoutMillis);
  }

  protected final void assertFailure(String sql, ErrorCode code) {
    assertThatThrownBy(() -> read(sql))
        .isInstanceOfSatisfying(
            CustardException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  /** All tables, in the order in which they came. */
  protected final List<TableDescription> discovered() {
    List<TableDescription> tables = new ArrayList<>();
    int count =
        loop()
            .get(() ->
                database()
                    .discover(table -> {
                      tables.add(table);
                      return Future.succeededFuture();
                    }));
    assertThat(tables).hasSize(count);
    return tables;
  }
}
