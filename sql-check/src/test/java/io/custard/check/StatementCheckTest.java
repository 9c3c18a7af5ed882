package io.custard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
}
