package io.custard.agent.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCheckTest {
  private static final String POLICY =
      """
      version: 1
      tables: [public.orders, public.customers, sales.*]
      deny_tables: [sales.salaries]
      deny_columns: [public.customers.email]
      quiet_hours: [{from: "22:00", to: "06:00", zone: UTC, days: [fri]}]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM orders",
        "SELECT name FROM public.customers",
        "SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer_id = c.id",
        "SELECT count(*) FROM customers",
        "SELECT region FROM sales.targets",
        "WITH t AS (SELECT id FROM orders) SELECT * FROM t",
      })
  void allowsWhatTheOwnerAllows(String sql) throws Exception {
    assertThat(allowed(sql, "2026-01-01T12:00:00Z")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM invoices",
        "SELECT 1 FROM orders WHERE EXISTS (SELECT 1 FROM hr.people)",
        "SELECT * FROM sales.salaries",
        "SELECT * FROM \"SALES\".\"Salaries\"",
        "SELECT email FROM customers",
        "SELECT * FROM customers",
        "SELECT c FROM customers c",
        "SELECT row_to_json(c) FROM customers c",
        "SELECT c.* FROM public.customers c",
        "SELECT lower(c.\"Email\") FROM customers c",
        "SELECT name FROM customers ORDER BY email",
        "SELECT count(email) FROM customers",
        "SELECT total FROM orders JOIN customers USING (email)",
        "SELECT email FROM orders, customers",
        "WITH t AS (SELECT * FROM customers) SELECT 1 FROM t",
      })
  void refusesWhatItDoesNotAllow(String sql) throws Exception {
    assertThat(allowed(sql, "2026-01-01T12:00:00Z")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T21:59:59Z, true",
    "2026-01-02T22:00:00Z, false",
    "2026-01-03T05:59:59Z, false",
    "2026-01-03T06:00:00Z, true",
    "2026-01-03T23:00:00Z, true"
  })
  void keepsQuietHoursOverMidnight(String instant, boolean expected) throws Exception {
    assertThat(allowed("SELECT 1", instant)).isEqualTo(expected);
  }

  private static boolean allowed(String sql, String instant) throws InvalidPolicy {
    SqlGuard guard = new SqlGuard(Dialect.POSTGRESQL, GuardLimits.defaults());
    InstantSource clock = InstantSource.fixed(Instant.parse(instant));
    return new PolicyCheck(clock)
        .refusal(
            PolicyReader.read(POLICY).in(Dialect.POSTGRESQL), (Verdict.Accepted) guard.judge(sql))
        .isEmpty();
  }
}
