package io.custard.check.block;

import io.custard.check.schema.Field;
import io.custard.check.schema.KnownTable;
import io.custard.check.schema.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation named in FROM.
 *
 * @param id which it is in the statement; a table that is named twice is two sources
 * @param name by which columns are qualified, as it is compared; empty if it has none
 * @param alias the same as the statement spells it
 * @param table the table behind it; null for the result of a query or call
 */
public record Source(int id, String name, String alias, Shape shape, @Nullable KnownTable table) {

  private static final int MOST_LISTED = 100;

  /** Its name for people. */
  public String shown() {
    String name = table == null ? alias : table.shown();
    return name.isEmpty() ? "the query in FROM" : name;
  }

  /** Its columns for people, or the first of them. */
  public List<String> columns() {
    return shape.fields().stream().limit(MOST_LISTED).map(Field::shown).toList();
  }
}
