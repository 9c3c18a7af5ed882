package io.custard.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.custard.guard.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", ";", "SELECT", "SELECT 'open", "DROP TABLE orders", "((((", "SELECT id FROM"})
  void saysNothingOfWhatItCannotRead(String sql) {
    assertThat(new StatementCheck(Dialect.POSTGRESQL, TestingShop.TABLES).check(sql))
        .isEqualTo(Findings.NONE);
  }

  @Test
  void saysNothingWithoutASchema() {
    assertThat(new StatementCheck(Dialect.SQLITE, List.of()).check("SELECT ghost FROM nowhere"))
        .isEqualTo(Findings.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select status, count(*) as n from orders group by status order by n | orders.status",
        "select o.id from orders o join customers c on c.id = o.customer_id"
            + " | customers.id orders.customer_id orders.id",
        "with big as (select total from orders) select sum(total) from big | orders.total",
        "select name from customers c where exists (select 1 from orders where customer_id = c.id)"
            + " | customers.id customers.name orders.customer_id",
        "select * from orders | ''",
        "select nothing from nowhere | ''",
        "no sql | ''"
      })
  void namesTheColumnsOfTablesAndNoAlias(String sql, String columns) {
    assertThat(
            String.join(
                " ", new StatementCheck(Dialect.POSTGRESQL, TestingShop.TABLES).columns(sql)))
        .isEqualTo(columns);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void findsAWrongTableInEveryDialect(Dialect dialect) {
    assertThat(TestingShop.check(dialect, "SELECT 1 FROM ordrs").problems())
        .extracting(Problem::suggestions)
        .containsExactly(List.of("orders"));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void readsAPlainStatementInEveryDialect(Dialect dialect) {
    String sql =
        "SELECT c.name, sum(o.total) AS spent FROM customers c JOIN orders o ON o.customer_id = c.id"
            + " WHERE o.status = 'open' GROUP BY c.name ORDER BY spent DESC";

    assertThat(TestingShop.check(dialect, sql)).isEqualTo(Findings.NONE);
  }

  @Test
  void readsALongChainOfOperators() {
    String sql = "SELECT id" + " + id".repeat(900) + " + ghost FROM orders";

    assertThat(TestingShop.check(Dialect.POSTGRESQL, sql).problems()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("wide")
  void takesNoLongOverWideStatements(String sql) {
    assertTimeout(Duration.ofSeconds(10), () -> TestingShop.check(Dialect.POSTGRESQL, sql));
  }

  static Stream<String> wide() {
    String tables = list(i -> "orders a" + i);
    String stars =
        "WITH a AS (SELECT * FROM %s), b AS (SELECT * FROM %s), c AS (SELECT * FROM %s)"
            .formatted(list(i -> "orders o" + i), list(i -> "a a" + i), list(i -> "b b" + i));
    return Stream.of(
        "SELECT %s FROM %s".formatted(list(i -> "sum(a" + i + ".total)"), tables),
        "SELECT count(*), ghost FROM %s WHERE %s"
            .formatted(tables, "a0.id = a1.id AND ".repeat(300) + "a0.id = a2.customer_id"),
        stars + " SELECT ghost FROM c",
        "SELECT %s FROM %s".formatted(list(i -> "g" + "x".repeat(60) + i), tables));
  }

  private static String list(IntFunction<String> item) {
    return IntStream.range(0, 240).mapToObj(item).collect(Collectors.joining(", "));
  }
}
