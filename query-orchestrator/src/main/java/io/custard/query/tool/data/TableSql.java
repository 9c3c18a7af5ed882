package io.custard.query.tool.data;

import io.custard.guard.Dialect;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.TableDescription;
import io.custard.query.connection.Connection;
import java.util.ArrayList;
import java.util.List;

/** Statements about one table in the words of its dialect. The names are those of the schema. */
record TableSql(Dialect dialect, TableDescription table) {
  private static final char BACKTICK = '`';

  static TableSql of(Connection connection, TableDescription table) {
    return new TableSql(
        Dialect.of(connection.dialect())
            .orElseThrow(() ->
                new CustardException(
                    ErrorCode.SQL_DIALECT_UNSUPPORTED, "Tools cannot read this database yet.")),
        table);
  }

  /** The first rows, as they come. */
  String sample(int rows) {
    return limited("*", "", rows);
  }

  /**
   * One row of figures about a column: how many rows and values there are, and, where asked for,
   * how many are distinct, the least and the greatest.
   */
  String figures(String column, boolean distinct, boolean ordered) {
    String name = quoted(column);
    List<String> figures = new ArrayList<>();
    figures.add(count("*") + " AS all_rows");
    figures.add(count(name) + " AS filled_rows");
    if (distinct) {
      figures.add(count("DISTINCT " + name) + " AS distinct_values");
    }
    if (ordered) {
      figures.add("MIN(" + name + ") AS least_value");
      figures.add("MAX(" + name + ") AS greatest_value");
    }
    return "SELECT " + String.join(", ", figures) + " FROM " + from();
  }

  /** The most frequent values of a column with their numbers; what is null is not among them. */
  String frequent(String column, int most) {
    String name = quoted(column);
    return limited(
        name + " AS frequent_value, " + count("*") + " AS times",
        " WHERE " + name + " IS NOT NULL GROUP BY " + name + " ORDER BY times DESC",
        most);
  }

  private String limited(String columns, String rest, int most) {
    return dialect == Dialect.SQLSERVER
        ? "SELECT TOP (" + most + ") " + columns + " FROM " + from() + rest
        : "SELECT " + columns + " FROM " + from() + rest + " LIMIT " + most;
  }

  private String count(String what) {
    return (dialect == Dialect.SQLSERVER ? "COUNT_BIG(" : "COUNT(") + what + ")";
  }

  private String from() {
    return table.schema().isEmpty()
        ? quoted(table.name())
        : quoted(table.schema()) + "." + quoted(table.name());
  }

  /** So that no name can end its quotes. U+0000 is in no name that a database can have. */
  private String quoted(String name) {
    String clean = name.replace("\0", "");
    return switch (dialect) {
      case POSTGRESQL, SQLITE, DUCKDB, TRINO -> '"' + clean.replace("\"", "\"\"") + '"';
      case SQLSERVER -> "[" + clean.replace("]", "]]") + "]";
      // A backslash in them would be an escape; the guard refuses such names.
      case MYSQL, CLICKHOUSE -> BACKTICK + clean.replace("`", "``") + BACKTICK;
    };
  }
}
