package io.custard.query.tool.catalog;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.TableDescription;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tables of a connection by their names. */
public record KnownTables(List<TableDescription> all) {
  public KnownTables {
    all = List.copyOf(all);
  }

  /**
   * The table that is meant. A name counts as it is written; where no table has it so, the one that
   * has it in other letters does.
   *
   * @param schema null: any
   * @throws CustardException {@code SQL_NAMES_UNKNOWN}, or {@code QUERY_UNCLEAR} for several
   */
  public TableDescription find(@Nullable String schema, String table) {
    List<TableDescription> exact =
        all(each -> each.name().equals(table) && (schema == null || each.schema().equals(schema)));
    return one(
        exact.isEmpty()
            ? all(each ->
                each.name().equalsIgnoreCase(table)
                    && (schema == null || each.schema().equalsIgnoreCase(schema)))
            : exact);
  }

  /**
   * A column of a table, by the same rule.
   *
   * @throws CustardException {@code SQL_NAMES_UNKNOWN}
   */
  public static TableDescription.Column column(TableDescription table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .or(() ->
            table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst())
        .orElseThrow(() -> unknown("The table has no such column; list_columns tells its names."));
  }

  private List<TableDescription> all(Predicate<TableDescription> fitting) {
    return all.stream().filter(fitting).toList();
  }

  private static TableDescription one(List<TableDescription> found) {
    if (found.isEmpty()) {
      throw unknown("The schema has no such table; list_tables tells the names.");
    }
    if (found.size() > 1) {
      throw new CustardException(
          ErrorCode.QUERY_UNCLEAR, "Several tables have this name; name the schema too.");
    }
    return found.getFirst();
  }

  private static CustardException unknown(String detail) {
    return new CustardException(ErrorCode.SQL_NAMES_UNKNOWN, detail);
  }
}
