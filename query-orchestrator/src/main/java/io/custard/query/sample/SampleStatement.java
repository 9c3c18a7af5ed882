package io.custard.query.sample;

import io.custard.guard.Dialect;
import io.custard.protocol.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One SELECT that brings the different values of some columns in the first rows of a table, each
 * column's in its own column of the result and one for a row: what is masked keeps its place.
 */
enum SampleStatement {
  POSTGRESQL('"', "text"),
  MYSQL('`', "char"),
  SQLITE('"', "text"),
  DUCKDB('"', "text");

  /** So many rows are looked at; the statement never reads a large table to its end. */
  private static final int ROWS = 1_000;

  /** A column with more values than this among them is no short list. */
  static final int MOST_VALUES = 20;

  /** A column with a longer value is no list of words. */
  static final int LONGEST = 40;

  private final String quote;
  private final String text;

  SampleStatement(char quote, String text) {
    this.quote = String.valueOf(quote);
    this.text = text;
  }

  /** Empty for databases that are not sampled. */
  static Optional<SampleStatement> of(String dialect) {
    return Dialect.of(dialect)
        .flatMap(known ->
            Optional.ofNullable(
                switch (known) {
                  case POSTGRESQL -> POSTGRESQL;
                  case MYSQL -> MYSQL;
                  case SQLITE -> SQLITE;
                  case DUCKDB -> DUCKDB;
                  case CLICKHOUSE, SQLSERVER, TRINO -> null;
                }));
  }

  /** The result's columns are called {@code c0}, {@code c1} … in the order of the table's. */
  String sql(SampledTable table) {
    List<String> columns = table.columns().stream().map(column -> quoted(column.name())).toList();
    return IntStream.range(0, columns.size())
        .mapToObj(number -> arm(table.name(), columns, number))
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String arm(TableName table, List<String> columns, int number) {
    String value =
        "SUBSTR(CAST(s%1$d.%2$s AS %3$s), 1, %4$d)"
            .formatted(number, columns.get(number), text, LONGEST + 1);
    String shown =
        IntStream.range(0, columns.size())
            .mapToObj(at -> (at == number ? value : "NULL") + " AS c" + at)
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "SELECT * FROM (SELECT DISTINCT %1$s FROM (SELECT %2$s FROM %3$s LIMIT %4$d) AS s%5$d"
            + " WHERE s%5$d.%2$s IS NOT NULL LIMIT %6$d) AS p%5$d",
        shown,
        columns.get(number),
        name(table),
        ROWS,
        number,
        MOST_VALUES + 1);
  }

  private String name(TableName table) {
    return table.schema().isEmpty()
        ? quoted(table.name())
        : quoted(table.schema()) + "." + quoted(table.name());
  }

  private String quoted(String name) {
    return quote + name.replace("\0", "").replace(quote, quote + quote) + quote;
  }
}
