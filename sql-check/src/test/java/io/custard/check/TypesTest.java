package io.custard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM orders WHERE total = 'much'",
        "SELECT id FROM orders WHERE total IN ('1', 'much')",
        "SELECT id FROM orders WHERE created_at > 'last week'",
        "SELECT id FROM payments WHERE paid_on = '2024-05'",
        "SELECT id FROM payments WHERE paid_on BETWEEN 2023 AND 2024",
        "SELECT id FROM orders WHERE created_at LIKE '2024%'",
        "SELECT id FROM orders WHERE paid = 1",
        "SELECT id FROM orders WHERE paid = 'maybe'",
        "SELECT id FROM orders WHERE status = 3",
        "SELECT id FROM orders WHERE token = 'abc'",
        "SELECT o.id FROM orders o JOIN customers c ON o.customer_id = c.email",
        "SELECT sum(status) FROM orders",
        "SELECT avg(DISTINCT o.created_at) FROM orders o",
        "SELECT x.s FROM (SELECT status AS s FROM orders) x WHERE x.s = 4",
        "SELECT CASE WHEN total > 'x' THEN 1 END FROM orders",
        "SELECT status FROM orders GROUP BY status HAVING status = 3"
      })
  void findsWhatPostgresRefuses(String sql) {
    assertThat(problems(Dialect.POSTGRESQL, sql)).hasOnlyElementsOfType(Problem.TypeMismatch.class);
    assertThat(problems(Dialect.POSTGRESQL, sql)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM orders WHERE total = '12.50' AND id IN ('1', ' 2 ')",
        "SELECT id FROM orders WHERE total = 'NaN' OR total < 'Infinity'",
        "SELECT id FROM orders WHERE created_at > '2024-01-31' AND created_at < 'today'",
        "SELECT id FROM payments WHERE paid_on = 'January 8, 1999' OR paid_on = '20240131'",
        "SELECT id FROM orders WHERE created_at::text LIKE '2024%'",
        "SELECT id FROM orders WHERE CAST(total AS text) = 'much'",
        "SELECT id FROM orders WHERE paid = 'yes' OR paid = 't' OR paid = true",
        "SELECT id FROM orders WHERE status = '3' AND status || 'x' = 'x'",
        "SELECT id FROM orders WHERE created_at > DATE '2024-01-01' - INTERVAL '1 day'",
        "SELECT id FROM orders WHERE token = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
        "SELECT id FROM payments WHERE paid_on = current_date - 3",
        "SELECT id FROM orders WHERE status = 'x'::text AND status = ('a' || 'b')",
        "SELECT id FROM payments WHERE extract(year FROM paid_on) = 2024",
        "SELECT id FROM orders WHERE total::text = 'much' AND length(status) = 3",
        "SELECT sum(total), sum(length(status)), max(status), avg(id) FROM orders",
        "SELECT o.id FROM orders o JOIN customers c ON o.total = c.id",
        "SELECT p.id FROM payments p JOIN orders o ON o.created_at = p.paid_on WHERE 1 = 0"
            + " GROUP BY p.id, o.id HAVING max(p.paid_on) > '2024-01-01'"
      })
  void leavesWhatPostgresTakes(String sql) {
    assertThat(problems(Dialect.POSTGRESQL, sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM orders WHERE total = 'much' OR created_at LIKE '2024%'",
        "SELECT sum(status) FROM orders WHERE paid = 1 AND status = 3"
      })
  void leavesTheServersThatConvert(String sql) {
    assertThat(problems(Dialect.SQLITE, sql)).isEmpty();
    assertThat(problems(Dialect.MYSQL, sql)).isEmpty();
  }

  @Test
  void saysWhatTheColumnIsAndNotTheLiteral() {
    assertThat(problems(Dialect.POSTGRESQL, "SELECT id FROM orders WHERE total = 'secret'"))
        .extracting(Problem::sentence)
        .containsExactly("total is a number and is compared with a text that is none.");
  }

  private static List<Problem> problems(Dialect dialect, String sql) {
    return TestingShop.check(dialect, sql).problems();
  }
}
