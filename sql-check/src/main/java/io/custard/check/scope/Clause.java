package io.custard.check.scope;

import io.custard.guard.Dialect;

/** The parts of a SELECT, which differ in whether they see the names of its results. */
public enum Clause {
  FROM,
  SELECT,
  ON,
  WHERE,
  GROUP_BY,
  HAVING,
  QUALIFY,
  ORDER_BY;

  /**
   * Whether a name may mean a result of the same SELECT.
   *
   * @param bare whether the name is a whole item of its list
   * @param nested whether it stands in a query inside the clause
   */
  boolean seesResults(Dialect dialect, boolean bare, boolean nested) {
    boolean everywhere = dialect == Dialect.DUCKDB || dialect == Dialect.CLICKHOUSE;
    boolean strict = dialect == Dialect.POSTGRESQL;
    return switch (this) {
      case FROM -> false;
      case SELECT -> everywhere || (nested && dialect == Dialect.MYSQL);
      case ON, WHERE -> everywhere || dialect == Dialect.SQLITE;
      case GROUP_BY, ORDER_BY -> bare || !strict;
      case HAVING -> !strict && dialect != Dialect.SQLSERVER && dialect != Dialect.TRINO;
      case QUALIFY -> true;
    };
  }
}
