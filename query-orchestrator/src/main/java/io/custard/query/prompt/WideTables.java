package io.custard.query.prompt;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.query.retrieval.ColumnChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says which columns of a wide table are left out of a prompt, so that it holds other tables. */
final class WideTables {
  private final ColumnChoice choice;
  private final int widest;

  /**
   * @param widest how many characters of {@link SchemaText} a table may have
   */
  WideTables(String question, int widest) {
    this.choice = new ColumnChoice(question);
    this.widest = widest;
  }

  /** Names of the columns that must go for the table to be that short; its keys stay. */
  List<String> leftOut(TableDescription table) {
    Set<String> keys = ColumnChoice.keys(table);
    List<String> others = new ArrayList<>();
    List<Column> ranked = choice.of(table);
    ranked.stream().map(Column::name).filter(name -> !keys.contains(name)).forEach(others::add);
    int length = SchemaText.length(table, others);
    for (Column column : ranked) {
      if (!keys.contains(column.name())) {
        length += SchemaText.length(table, column);
        if (length > widest) {
          break;
        }
        others.remove(column.name());
      }
    }
    return others;
  }
}
