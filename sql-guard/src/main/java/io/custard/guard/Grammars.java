package io.custard.guard;

import io.custard.guard.clickhouse.ClickHouseGrammar;
import io.custard.guard.postgresql.PostgresGrammar;
import io.custard.guard.rule.Grammar;
import io.custard.guard.sqlserver.SqlServerGrammar;
import java.util.Optional;

/** The one place where a dialect's rules are registered. */
final class Grammars {
  private Grammars() {}

  static Optional<Grammar> of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> Optional.of(new PostgresGrammar());
      case SQLSERVER -> Optional.of(new SqlServerGrammar());
      case CLICKHOUSE -> Optional.of(new ClickHouseGrammar());
      case MYSQL, SQLITE, DUCKDB, TRINO -> Optional.empty();
    };
  }
}
