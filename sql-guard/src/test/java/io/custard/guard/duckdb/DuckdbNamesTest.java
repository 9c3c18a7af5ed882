package io.custard.guard.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import org.junit.jupiter.api.Test;

class DuckdbNamesTest {
  private final SqlGuard guard = new SqlGuard(Dialect.DUCKDB, GuardLimits.defaults());

  @Test
  void reportsTheColumnWhoseFieldIsRead() {
    assertThat(accepted("SELECT person.age, p.person.name FROM people p").columns())
        .containsExactly("people.person");
    assertThat(accepted("SELECT person['age'], (person).name FROM people").columns())
        .containsExactly("people.person");
  }

  @Test
  void reportsTheColumnAMethodIsCalledOn() {
    Verdict.Accepted accepted = accepted("SELECT name.upper().left(1) FROM people");
    assertThat(accepted.columns()).containsExactly("people.name");
    assertThat(accepted.functions()).containsExactly("upper", "left");
  }

  @Test
  void reportsAllColumnsWhereTheyArePicked() {
    assertThat(accepted("SELECT min(COLUMNS('a.*')) FROM people").columns()).contains("people.*");
    assertThat(accepted("FROM people").columns()).containsExactly("people.*");
    assertThat(accepted("SUMMARIZE people").columns()).containsExactly("people.*");
  }

  @Test
  void findsAnAliasWhateverItsCase() {
    assertThat(accepted("SELECT o.id, \"O\".price FROM Orders AS \"O\"").columns())
        .containsExactly("orders.id", "orders.price");
  }

  @Test
  void reportsTheRelationsOfAPivot() {
    assertThat(accepted("PIVOT sales ON quarter USING sum(amount)").tables())
        .containsExactly("sales");
    assertThat(accepted("WITH s AS (FROM sales) UNPIVOT s ON a, b").tables())
        .containsExactly("sales");
  }

  private Verdict.Accepted accepted(String sql) {
    Verdict verdict = guard.judge(sql);
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    return (Verdict.Accepted) verdict;
  }
}
