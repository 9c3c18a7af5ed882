package io.custard.conversation.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;

/**
 * A column of the schema, spelled as the schema spells it.
 *
 * @param table empty where the statement leaves it open, as in {@code SELECT *}
 * @param column {@code *} for all columns
 */
public record ColumnName(String table, String column) {
  /** Its name as people say it: {@code createdAt} is "created at". */
  @JsonIgnore
  public String label() {
    return column.equals("*") ? "all columns" : words(column);
  }

  /** The same with its table. */
  @JsonIgnore
  public String fullLabel() {
    return table.isEmpty() ? label() : words(table) + " " + label();
  }

  /** The words of a name, in lower case and with one blank between them. */
  public static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
