package io.custard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrapsTest {
  static Stream<Arguments> traps() {
    return Stream.of(Dialect.POSTGRESQL, Dialect.SQLITE, Dialect.MYSQL, Dialect.DUCKDB)
        .flatMap(dialect ->
            TestingShop.lines("traps.sql").stream()
                .filter(line -> isKnown(dialect, line.sql()))
                .map(line -> Arguments.of(dialect, line.expected(), line.sql())));
  }

  // SQLite has no LATERAL, MySQL no FILTER.
  private static boolean isKnown(Dialect dialect, String sql) {
    return switch (dialect) {
      case SQLITE -> !sql.contains("LATERAL");
      case MYSQL -> !sql.contains("FILTER");
      default -> true;
    };
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("traps")
  void findsTheTrapAndNothingElse(Dialect dialect, String expected, String sql) {
    Findings findings = TestingShop.check(dialect, sql);

    assertThat(findings.problems()).isEmpty();
    assertThat(findings.cautions().stream().map(TrapsTest::named))
        .containsExactlyElementsOf(expected.equals("none") ? List.of() : List.of(expected));
  }

  private static String named(Caution caution) {
    return switch (caution) {
      case Caution.FanOut(_, String parent, String child) ->
          "FanOut(%s,%s)".formatted(parent, child);
      case Caution.RepeatedAverage(_, String parent, String child) ->
          "RepeatedAverage(%s,%s)".formatted(parent, child);
      case Caution.RowLoss(String lost, String partner) ->
          "RowLoss(%s,%s)".formatted(lost, partner);
      case Caution.ChasmTrap(String parent, String first, String second) ->
          "ChasmTrap(%s,%s,%s)".formatted(parent, first, second);
      case Caution.NonKeyJoin(String left, String right, _) ->
          "NonKeyJoin(%s,%s)".formatted(left, right);
    };
  }

  @Test
  void saysInPlainWordsWhatToDoubt() {
    Findings findings =
        TestingShop.check(
            Dialect.POSTGRESQL,
            "SELECT sum(o.total) FROM orders o JOIN order_items i ON i.order_id = o.id");

    assertThat(findings.cautions().getFirst().sentence())
        .isEqualTo(
            "sum(orders.total) takes each row of orders once for every matching row of order_items,"
                + " so the figure may be too high.");
  }
}
