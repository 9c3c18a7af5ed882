package io.custard.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardAcceptanceTest {
  private static final List<String> QUESTIONS =
      List.of(
          "How many customers are there?",
          "How many orders does each customer have?",
          "Which customers have no orders?",
          "Which customers have at least 2 orders?",
          "How many customers have at least 2 orders?",
          "What is the most expensive product?",
          "How many orders were placed in 2024?",
          "city of Pat O'Brien",
          "Which products have a price above the average?",
          "names of customers with shipped orders",
          "customers whose name contains 'a%b'",
          "show the first 3 rows of orders",
          "list tables",
          "describe products");

  @Test
  void everyStatementPassesTheGuard() {
    SqlGuard guard = new SqlGuard(Dialect.POSTGRESQL, GuardLimits.defaults());
    try (TestingDatabase shop = TestingDatabase.of(TestingSchemas.SHOP)) {
      for (String question : QUESTIONS) {
        String sql = shop.postgresSql(question);
        assertThat(guard.judge(sql)).as(sql).isInstanceOf(Verdict.Accepted.class);
      }
    }
  }

  @Test
  void theLookUpOfValuesPassesTheGuard() {
    SqlGuard guard = new SqlGuard(Dialect.POSTGRESQL, GuardLimits.defaults());
    try (TestingDatabase shop = TestingDatabase.of(TestingSchemas.SHOP)) {
      Translation asked =
          shop.postgres().translate("customers in Berlin or O'Hara", ValueHits.none());
      assertThat(asked).isInstanceOf(Translation.NeedsValues.class);
      String sql =
          ProbeStatement.sql(((Translation.NeedsValues) asked).probes(), SqlDialect.POSTGRESQL);
      assertThat(guard.judge(sql)).as(sql).isInstanceOf(Verdict.Accepted.class);
    }
  }
}
