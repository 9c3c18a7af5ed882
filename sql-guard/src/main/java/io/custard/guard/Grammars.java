package io.custard.guard;

import io.custard.guard.postgresql.PostgresGrammar;
import io.custard.guard.rule.Grammar;
import java.util.Optional;

/** The one place where a dialect's rules are registered. */
final class Grammars {
  private Grammars() {}

  static Optional<Grammar> of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> Optional.of(new PostgresGrammar());
      case MYSQL, SQLITE, DUCKDB, CLICKHOUSE, SQLSERVER, TRINO -> Optional.empty();
    };
  }
}
