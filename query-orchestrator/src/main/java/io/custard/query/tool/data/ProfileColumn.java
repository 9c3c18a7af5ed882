package io.custard.query.tool.data;

import io.custard.protocol.ColumnType;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.query.result.StatementResult;
import io.custard.query.tool.call.ToolCall;
import io.custard.query.tool.catalog.KnownTables;
import io.custard.query.tool.data.ProfileAnswer.Frequent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Two statements, one after the other: figures, then the most frequent values. */
@ApplicationScoped
class ProfileColumn {
  private static final int FREQUENT = 5;
  private static final ExecutionLimits LIMITS = new ExecutionLimits(60_000, FREQUENT, 64 << 10);

  private static final Set<ColumnType> ORDERED =
      EnumSet.of(
          ColumnType.INTEGER,
          ColumnType.DECIMAL,
          ColumnType.FLOAT,
          ColumnType.DATE,
          ColumnType.TIME,
          ColumnType.TIMESTAMP,
          ColumnType.TIMESTAMPTZ);

  /** Types whose values some database cannot compare are left out. */
  private static final Set<ColumnType> COMPARABLE = comparable();

  private final RunRows rows;

  ProfileColumn(RunRows rows) {
    this.rows = rows;
  }

  Uni<ProfileAnswer> profile(ToolCall<?> call, TableDescription table, String name) {
    Column column = KnownTables.column(table, name);
    TableSql sql = TableSql.of(call.connection(), table);
    boolean comparable = COMPARABLE.contains(column.type());
    String figures = sql.figures(column.name(), comparable, ORDERED.contains(column.type()));
    return rows.run(call, figures, LIMITS)
        .chain(found ->
            comparable
                ? rows.run(call, sql.frequent(column.name(), FREQUENT), LIMITS)
                    .map(top -> answer(table, column, found.result(), top(top.result())))
                : Uni.createFrom().item(answer(table, column, found.result(), List.of())));
  }

  private static ProfileAnswer answer(
      TableDescription table, Column column, StatementResult figures, List<Frequent> top) {
    Cells cells = Cells.all(figures).stream().findFirst().orElseThrow(Cells::invalid);
    long count = cells.number(0);
    boolean comparable = COMPARABLE.contains(column.type());
    boolean ordered = ORDERED.contains(column.type());
    return new ProfileAnswer(
        table.schema(),
        table.name(),
        column.name(),
        column.type(),
        count,
        count - cells.number(1),
        comparable ? cells.number(2) : null,
        ordered ? cells.json(3) : null,
        ordered ? cells.json(4) : null,
        top);
  }

  private static List<Frequent> top(StatementResult result) {
    return Cells.all(result).stream()
        .map(cells -> new Frequent(cells.json(0), cells.number(1)))
        .toList();
  }

  private static Set<ColumnType> comparable() {
    Set<ColumnType> types = EnumSet.copyOf(ORDERED);
    types.addAll(EnumSet.of(ColumnType.TEXT, ColumnType.BOOLEAN, ColumnType.UUID));
    return types;
  }
}
