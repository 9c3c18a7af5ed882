package io.custard.guard;

import io.custard.guard.postgresql.PostgresGrammar;
import io.custard.guard.rule.Grammar;
import io.custard.guard.sqlite.SqliteGrammar;
import io.custard.guard.trino.TrinoGrammar;
import java.util.Optional;

/** The one place where a dialect's rules are registered. */
final class Grammars {
  private Grammars() {}

  static Optional<Grammar> of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> Optional.of(new PostgresGrammar());
      case SQLITE -> Optional.of(new SqliteGrammar());
      case TRINO -> Optional.of(new TrinoGrammar());
      case MYSQL, DUCKDB, CLICKHOUSE, SQLSERVER -> Optional.empty();
    };
  }
}
