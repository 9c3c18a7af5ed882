package io.custard.query.tool.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import io.custard.protocol.TableDescription;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableSqlTest {
  private static final List<String> HOSTILE =
      List.of(
          "a\"; DROP TABLE t; --",
          "a`; DROP TABLE t; --",
          "a]; DROP TABLE t; --",
          "a' OR 1=1 --",
          "a\\\"; DELETE FROM t",
          "a\\`; DELETE FROM t",
          "order",
          "größe");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theGuardAcceptsAllStatementsOfEachDialect(Dialect dialect) {
    TableSql sql = of(dialect, "orders");

    accepted(dialect, sql.sample(10));
    accepted(dialect, sql.figures("total", true, true));
    accepted(dialect, sql.figures("notes", false, false));
    accepted(dialect, sql.frequent("state", 5));
  }

  /** What the guard accepts is one statement that reads; it must be the one we meant. */
  @ParameterizedTest
  @MethodSource("hostileNames")
  void noNameEndsItsQuotes(Dialect dialect, String name) {
    TableSql sql = of(dialect, name);

    for (String each :
        List.of(sql.sample(3), sql.figures(name, true, true), sql.frequent(name, 5))) {
      switch (new SqlGuard(dialect, GuardLimits.defaults()).judge(each)) {
        case Verdict.Accepted accepted -> assertThat(accepted.relations()).as(each).hasSize(1);
        case Verdict.Refused refused ->
            assertThat(refused.code().name())
                .as(each)
                .isIn("SQL_UNREADABLE", "SQL_UNPARSEABLE", "SQL_RELATION_NOT_ALLOWED");
      }
    }
  }

  private static Stream<Arguments> hostileNames() {
    return Stream.of(Dialect.values())
        .flatMap(dialect -> HOSTILE.stream().map(name -> Arguments.of(dialect, name)));
  }

  private static TableSql of(Dialect dialect, String table) {
    return new TableSql(
        dialect,
        new TableDescription(
            "sales", table, TableDescription.TABLE, null, 1, List.of(), List.of(), List.of()));
  }

  private static void accepted(Dialect dialect, String sql) {
    assertThat(new SqlGuard(dialect, GuardLimits.defaults()).judge(sql))
        .as(sql)
        .isInstanceOf(Verdict.Accepted.class);
  }
}
