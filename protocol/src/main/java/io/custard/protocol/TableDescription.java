package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One table or view as the agent found it.
 *
 * @param kind {@code table} or {@code view}
 * @param rowEstimate the engine's own estimate; -1 where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableDescription(
    String schema,
    String name,
    String kind,
    @Nullable String comment,
    long rowEstimate,
    List<Column> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys) {

  public static final String TABLE = "table";
  public static final String VIEW = "view";

  public TableDescription {
    Objects.requireNonNull(schema);
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /**
   * One column of a table.
   *
   * @param nativeType the type as the engine writes it, for example {@code numeric(10,2)}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Column(
      String name, ColumnType type, String nativeType, boolean nullable, @Nullable String comment) {
    public Column {
      Objects.requireNonNull(name);
      Objects.requireNonNull(type);
      Objects.requireNonNull(nativeType);
    }
  }

  /** A reference of some columns to as many columns of another table. */
  public record ForeignKey(
      List<String> columns,
      String referencedSchema,
      String referencedTable,
      List<String> referencedColumns) {
    public ForeignKey {
      columns = List.copyOf(columns);
      Objects.requireNonNull(referencedSchema);
      Objects.requireNonNull(referencedTable);
      referencedColumns = List.copyOf(referencedColumns);
    }
  }
}
