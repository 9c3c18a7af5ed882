package io.custard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.conversation.change.Change;
import io.custard.conversation.state.Calculation;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Grain;
import io.custard.conversation.state.Metric;
import io.custard.conversation.state.Operator;
import io.custard.guard.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InverseTest {
  private static final ColumnName ORDERED = new ColumnName("orders", "ordered_at");
  private static final ColumnName COUNTRY = new ColumnName("customers", "country");
  private static final ColumnName STATUS = new ColumnName("orders", "status");
  private static final ColumnName TOTAL = new ColumnName("orders", "total");
  private static final List<Dialect> DIALECTS =
      List.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.SQLITE, Dialect.DUCKDB);

  @ParameterizedTest
  @MethodSource("changes")
  void aChangeAndItsInverseGiveTheStateBack(
      Dialect dialect, String sql, Change there, Change back) {
    QuestionState before = state(dialect, sql);

    Rewritten.Changed changed = apply(dialect, sql, there);
    Rewritten.Changed restored = apply(dialect, changed.sql(), back);

    assertThat(changed.state()).isNotEqualTo(before).isEqualTo(state(dialect, changed.sql()));
    assertThat(restored.state()).isEqualTo(before);
  }

  private static QuestionState state(Dialect dialect, String sql) {
    return QuestionState.read(sql, dialect, TestingSchemas.tables("shop")).orElseThrow();
  }

  private static Rewritten.Changed apply(Dialect dialect, String sql, Change change) {
    Rewritten rewritten =
        Rewrite.apply(sql, List.of(change), dialect, TestingSchemas.tables("shop"));
    assertThat(rewritten).isInstanceOf(Rewritten.Changed.class);
    return (Rewritten.Changed) rewritten;
  }

  static Stream<Arguments> changes() {
    return DIALECTS.stream().flatMap(InverseTest::changes);
  }

  private static Stream<Arguments> changes(Dialect dialect) {
    String plain = "SELECT count(*) AS n FROM orders";
    String grouped =
        "SELECT status, sum(total) AS t FROM orders GROUP BY status ORDER BY t DESC LIMIT 4";
    String joined =
        "SELECT sum(o.total) FROM orders o JOIN customers c ON c.id = o.customer_id"
            + " WHERE c.country = 'France' AND o.status <> 'open'";
    LocalDate may = LocalDate.of(2025, 5, 1);
    Change period = new Change.SetPeriod(null, may, may.plusMonths(1));
    Change later = new Change.SetPeriod(ORDERED, may.plusMonths(1), may.plusMonths(2));
    String dated = apply(dialect, plain, period).sql();
    Filter germany = new Filter(COUNTRY, Operator.EQUALS, List.of("Germany"));
    Filter france = new Filter(COUNTRY, Operator.EQUALS, List.of("France"));
    Filter channels =
        new Filter(new ColumnName("orders", "channel"), Operator.NONE_OF, List.of("web", "phone"));
    Dimension country = new Dimension(COUNTRY, null);
    Dimension customer = new Dimension(new ColumnName("customers", "name"), null);
    Dimension status = new Dimension(STATUS, null);
    Metric rows = new Metric(Calculation.COUNT, null, false);
    Metric sum = new Metric(Calculation.SUM, TOTAL, false);
    Metric average = new Metric(Calculation.AVERAGE, TOTAL, false);
    Stream<Arguments> grains =
        Stream.of(Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
            .map(grain -> new Dimension(ORDERED, grain))
            .map(grain ->
                Arguments.of(
                    dialect,
                    plain,
                    new Change.AddDimension(grain, false, List.of()),
                    new Change.RemoveDimension(grain)));
    return Stream.concat(
        grains,
        Stream.of(
            Arguments.of(dialect, plain, period, new Change.RemovePeriod(null)),
            Arguments.of(dialect, dated, later, period),
            Arguments.of(
                dialect,
                plain,
                new Change.AddFilter(germany, List.of()),
                new Change.RemoveFilter(COUNTRY)),
            Arguments.of(
                dialect,
                plain,
                new Change.AddFilter(channels, List.of()),
                new Change.RemoveFilter(channels.column())),
            Arguments.of(
                dialect,
                joined,
                new Change.ReplaceFilter(germany),
                new Change.ReplaceFilter(france)),
            Arguments.of(
                dialect,
                plain,
                new Change.AddDimension(country, false, List.of()),
                new Change.RemoveDimension(null)),
            Arguments.of(
                dialect,
                plain,
                new Change.AddDimension(customer, true, List.of()),
                new Change.RemoveDimension(customer)),
            Arguments.of(
                dialect,
                grouped,
                new Change.SetDimension(country, false, List.of()),
                new Change.SetDimension(status, false, List.of())),
            Arguments.of(dialect, grouped, new Change.SetLimit(null), new Change.SetLimit(4)),
            Arguments.of(
                dialect,
                grouped,
                new Change.SetOrder(null, false),
                new Change.SetOrder(null, true)),
            Arguments.of(
                dialect,
                plain,
                new Change.SetMetric(average, null),
                new Change.SetMetric(rows, null)),
            Arguments.of(
                dialect,
                grouped,
                new Change.SetMetric(average, sum),
                new Change.SetMetric(sum, average))));
  }
}
