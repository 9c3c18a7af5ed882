package io.custard.query.prompt;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.query.sample.ModelValues;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables as a model reads them: one paragraph each, a column a line. */
final class SchemaText {
  private static final int COMMENT = 200;
  private static final int TYPE = 60;
  private static final int EXAMPLE = 40;

  /** Schemas whose tables are found without naming them. */
  private static final Set<String> UNNAMED = Set.of("public", "main", "dbo", "default");

  private SchemaText() {}

  static String of(SchemaPart part) {
    return part.tables().stream()
        .map(table -> of(table, part.columnsLeftOut(table), part.values()))
        .collect(Collectors.joining("\n"));
  }

  /**
   * One table without values.
   *
   * @param leftOut names of the columns that are only counted
   */
  static String of(TableDescription table, List<String> leftOut) {
    return of(table, leftOut, ModelValues.NONE);
  }

  private static String of(TableDescription table, List<String> leftOut, ModelValues values) {
    Set<String> hidden = Set.copyOf(leftOut);
    StringBuilder text = new StringBuilder();
    text.append(table.kind().equals(TableDescription.VIEW) ? "view " : "table ")
        .append(name(table.schema(), table.name()));
    comment(text, table.comment());
    text.append('\n');
    table.columns().stream()
        .filter(column -> !hidden.contains(column.name()))
        .forEach(column -> {
          column(text, table, column);
          examples(text, values.of(table, column.name()), values.areShapes(table));
          text.append('\n');
        });
    if (!leftOut.isEmpty()) {
      text.append("  … ").append(leftOut.size()).append(" more columns\n");
    }
    table.foreignKeys().forEach(key -> foreignKey(text, key));
    return text.toString();
  }

  /** How many characters a table takes, with what parts it from the next. */
  static int length(TableDescription table, List<String> leftOut) {
    return of(table, leftOut).length() + 1;
  }

  /** How many of them are those of one column. */
  static int length(TableDescription table, Column column) {
    StringBuilder text = new StringBuilder();
    column(text, table, column);
    return text.length();
  }

  private static void column(StringBuilder text, TableDescription table, Column column) {
    text.append("  ").append(Quoted.name(column.name())).append(' ').append(type(column));
    if (table.primaryKey().contains(column.name())) {
      text.append(" primary key");
    } else if (!column.nullable()) {
      text.append(" not null");
    }
    comment(text, column.comment());
  }

  private static void examples(StringBuilder text, List<String> examples, boolean areShapes) {
    if (!examples.isEmpty()) {
      StringJoiner shown = new StringJoiner(", ");
      examples.forEach(example -> shown.add(Quoted.text(example, EXAMPLE)));
      text.append(areShapes ? " -- x a letter, 9 a digit: " : " -- e.g. ").append(shown);
    }
  }

  private static String type(Column column) {
    String nativeType = column.nativeType();
    return nativeType.length() <= TYPE && nativeType.matches("[A-Za-z0-9_ (),.]+")
        ? nativeType
        : column.type().wire();
  }

  private static void foreignKey(StringBuilder text, ForeignKey key) {
    text.append("  foreign key (")
        .append(names(key.columns()))
        .append(") references ")
        .append(name(key.referencedSchema(), key.referencedTable()))
        .append(" (")
        .append(names(key.referencedColumns()))
        .append(")\n");
  }

  private static String name(String schema, String table) {
    return schema.isEmpty() || UNNAMED.contains(schema)
        ? Quoted.name(table)
        : Quoted.name(schema) + "." + Quoted.name(table);
  }

  private static String names(List<String> columns) {
    StringJoiner names = new StringJoiner(", ");
    columns.forEach(column -> names.add(Quoted.name(column)));
    return names.toString();
  }

  private static void comment(StringBuilder text, @Nullable String comment) {
    if (comment != null && !comment.isBlank()) {
      text.append(" -- ").append(Quoted.text(comment.strip(), COMMENT));
    }
  }
}
