package io.custard.evaluation.direct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "-- why\nSELECT ';' ; -- done",
        "with t as (select 1) select * from t;;",
        "/* a ; b */ values (1)",
        "select \"a;b\", `c;d`, [e;f], 'it''s; so'",
      })
  void oneQueryIsOne(String sql) {
    assertThat(SqlText.of(sql).isQuery()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "delete from t",
        "select 1; select 2",
        "select 1; drop table t",
        "explain select 1",
        "pragma writable_schema = 1",
        "the answer is select 1",
      })
  void anythingElseIsNone(String sql) {
    assertThat(SqlText.of(sql).isQuery()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t order by a",
        "select a from t union select b from u ORDER  BY 1",
        "select (select 1) from t order /* so */ by a limit 1",
      })
  void theOuterQueryMayBeOrdered(String sql) {
    assertThat(SqlText.of(sql).isOrdered()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from (select a from t order by a)",
        "select 'order by' from t",
        "select row_number() over (order by a) from t",
      })
  void whatIsWithinOrdersNothing(String sql) {
    assertThat(SqlText.of(sql).isOrdered()).isFalse();
  }

  @Test
  void aLongLiteralDoesNotOverflowTheStack() {
    assertThat(SqlText.of("select '" + "x''".repeat(200_000) + "'").isQuery()).isTrue();
  }
}
