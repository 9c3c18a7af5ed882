package io.custard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.custard.conversation.change.Change;
import io.custard.conversation.state.Calculation;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Grain;
import io.custard.conversation.state.GroupFilter;
import io.custard.conversation.state.Metric;
import io.custard.conversation.state.Operator;
import io.custard.conversation.state.Order;
import io.custard.conversation.state.Period;
import io.custard.guard.Dialect;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionStateTest {
  private static final ColumnName ORDERED = new ColumnName("orders", "ordered_at");
  private static final ColumnName TOTAL = new ColumnName("orders", "total");
  private static final ColumnName COUNTRY = new ColumnName("customers", "country");

  @Test
  void readsAllThatIsAskedFor() {
    QuestionState state =
        read(
            Dialect.POSTGRESQL,
            "SELECT date_trunc('month', o.ordered_at) AS m, c.country, round(avg(o.total), 2) AS a"
                + " FROM orders o JOIN customers c ON c.id = o.customer_id"
                + " WHERE o.ordered_at >= date '2026-01-01' AND o.ordered_at < '2026-04-01'"
                + " AND c.country IN ('Germany', 'France') AND NOT o.paid AND o.channel IS NULL"
                + " GROUP BY 1, c.country HAVING avg(o.total) > 10 ORDER BY a DESC, 1 LIMIT 7");

    Metric average = new Metric(Calculation.AVERAGE, TOTAL, false);
    assertThat(state.metrics()).containsExactly(average);
    assertThat(state.dimensions())
        .containsExactly(new Dimension(ORDERED, Grain.MONTH), new Dimension(COUNTRY, null));
    assertThat(state.filters())
        .containsExactly(
            new Filter(COUNTRY, Operator.ONE_OF, List.of("Germany", "France")),
            new Filter(new ColumnName("orders", "paid"), Operator.EQUALS, List.of("false")),
            new Filter(new ColumnName("orders", "channel"), Operator.MISSING, List.of()));
    assertThat(state.groupFilters()).containsExactly(new GroupFilter(average, Operator.MORE, "10"));
    assertThat(state.period())
        .isEqualTo(new Period(ORDERED, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1)));
    assertThat(state.order())
        .containsExactly(
            new Order("average of total", true), new Order("month of ordered at", false));
    assertThat(state.limit()).isEqualTo(7);
    assertThat(state.tables()).containsExactly("orders", "customers");
    assertThat(state.complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL|ordered_at::date = '2026-02-01'|2026-02-01|2026-02-02",
        "POSTGRESQL|extract(year from ordered_at) = 2025|2025-01-01|2026-01-01",
        "POSTGRESQL|date_trunc('month', ordered_at) = date '2025-03-01'|2025-03-01|2025-04-01",
        "POSTGRESQL|to_char(ordered_at, 'YYYY-MM') = '2025-03'|2025-03-01|2025-04-01",
        "MYSQL|year(ordered_at) = 2025 AND month(ordered_at) = 12|2025-12-01|2026-01-01",
        "MYSQL|date(ordered_at) BETWEEN '2025-01-01' AND '2025-01-31'|2025-01-01|2025-02-01",
        "SQLITE|strftime('%Y', ordered_at) = '2025'|2025-01-01|2026-01-01",
        "SQLITE|ordered_at BETWEEN '2025-01-01' AND '2025-01-31 23:59:59'|2025-01-01|2025-02-01",
        "DUCKDB|ordered_at >= TIMESTAMP '2025-01-01 00:00:00' AND '2025-02-01' > ordered_at"
            + "|2025-01-01|2025-02-01"
      })
  void readsPeriodsHoweverTheyAreWritten(
      Dialect dialect, String condition, LocalDate from, LocalDate until) {
    QuestionState state = read(dialect, "SELECT count(*) FROM orders WHERE " + condition);

    assertThat(state.period()).isEqualTo(new Period(ORDERED, from, until));
    assertThat(state.filters()).isEmpty();
  }

  @Test
  void takesNoRangeForAPeriodThatEndsWithinADay() {
    QuestionState state =
        read(
            Dialect.POSTGRESQL,
            "SELECT count(*) FROM orders WHERE ordered_at BETWEEN '2025-01-01' AND '2025-01-31'");

    assertThat(state.period()).isNull();
    assertThat(state.filters())
        .containsExactly(
            new Filter(ORDERED, Operator.BETWEEN, List.of("2025-01-01", "2025-01-31")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM orders UNION SELECT id FROM customers",
        "SELECT count(*) FROM (SELECT id FROM orders) o",
        "WITH o AS (SELECT id FROM orders) SELECT count(*) FROM o",
        "SELECT id, rank() OVER (ORDER BY total) FROM orders",
        "SELECT count(*), (SELECT count(*) FROM customers) FROM orders",
        "SELECT a.id FROM orders a JOIN orders b ON a.id = b.customer_id",
        "SELECT DISTINCT ON (customer_id) id FROM orders",
        "SELECT status, count(*) FROM orders GROUP BY ROLLUP (status)",
        "SELECT id FROM orders LIMIT 5 OFFSET 5",
        "SELECT id FROM orders FETCH FIRST 5 ROWS ONLY",
        "SELECT id FROM elsewhere"
      })
  void saysWhereItIsNotComplete(String sql) {
    assertThat(read(Dialect.POSTGRESQL, sql).complete()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "DELETE FROM orders", "SELECT FROM", "nonsense", "SELECT 1; SELECT 2"})
  void readsNothingTheGuardRefuses(String sql) {
    assertThat(QuestionState.read(sql, Dialect.POSTGRESQL, TestingSchemas.tables("shop")))
        .isEmpty();
  }

  @Test
  void isReadBackFromJson() throws Exception {
    ObjectMapper json =
        new ObjectMapper()
            .findAndRegisterModules()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    QuestionState state =
        read(Dialect.POSTGRESQL, "SELECT status, count(*) FROM orders WHERE total > 5 GROUP BY 1");
    Change change = new Change.RemoveDimension(new Dimension(ORDERED, Grain.DAY));

    assertThat(json.readValue(json.writeValueAsString(state), QuestionState.class))
        .isEqualTo(state);
    assertThat(json.readValue(json.writeValueAsString(change), Change.class)).isEqualTo(change);
    assertThat(json.writeValueAsString(state))
        .contains("\"group_filters\":[]")
        .doesNotContain("label");
  }

  private static QuestionState read(Dialect dialect, String sql) {
    return QuestionState.read(sql, dialect, TestingSchemas.tables("shop")).orElseThrow();
  }
}
