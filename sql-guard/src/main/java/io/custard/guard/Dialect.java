package io.custard.guard;

import java.util.Locale;
import java.util.Optional;

/** The SQL dialects the guard can judge. */
public enum Dialect {
  POSTGRESQL,
  MYSQL,
  SQLITE,
  DUCKDB,
  CLICKHOUSE,
  SQLSERVER,
  TRINO;

  /** The dialect behind a spelling people use, such as {@code postgres}; upper case is the same. */
  public static Optional<Dialect> of(String name) {
    return Optional.ofNullable(
        switch (name.strip().toLowerCase(Locale.ROOT)) {
          case "postgresql", "postgres" -> POSTGRESQL;
          case "mysql", "mariadb" -> MYSQL;
          case "sqlite" -> SQLITE;
          case "duckdb" -> DUCKDB;
          case "clickhouse" -> CLICKHOUSE;
          case "sqlserver" -> SQLSERVER;
          case "trino" -> TRINO;
          default -> null;
        });
  }
}
