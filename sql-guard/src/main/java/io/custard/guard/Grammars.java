package io.custard.guard;

import io.custard.guard.clickhouse.ClickHouseGrammar;
import io.custard.guard.duckdb.DuckdbGrammar;
import io.custard.guard.mysql.MySqlGrammar;
import io.custard.guard.postgresql.PostgresGrammar;
import io.custard.guard.rule.Grammar;
import io.custard.guard.sqlite.SqliteGrammar;
import io.custard.guard.sqlserver.SqlServerGrammar;
import io.custard.guard.trino.TrinoGrammar;

/** The one place where a dialect's rules are registered. */
final class Grammars {
  private Grammars() {}

  static Grammar of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresGrammar();
      case MYSQL -> new MySqlGrammar();
      case SQLITE -> new SqliteGrammar();
      case DUCKDB -> new DuckdbGrammar();
      case CLICKHOUSE -> new ClickHouseGrammar();
      case SQLSERVER -> new SqlServerGrammar();
      case TRINO -> new TrinoGrammar();
    };
  }
}
