package io.custard.query.step.follow;

import io.custard.conversation.QuestionState;
import io.custard.conversation.change.ColumnValue;
import io.custard.conversation.change.ValueFinder;
import io.custard.conversation.state.ColumnName;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.translate.ColumnRef;
import io.custard.translate.ValueHit;
import io.custard.translate.ValueHits;
import io.custard.translate.ValueProbe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a follow-up that may be values: noted at first, then looked up all at once. */
final class FollowWords implements ValueFinder {
  private static final int MOST_WORDS = 10;
  private static final int MOST_COLUMNS = 30;

  private final Set<String> words = new LinkedHashSet<>();

  @Override
  public List<ColumnValue> find(String asked) {
    if (words.size() < MOST_WORDS) {
      words.add(asked);
    }
    return List.of();
  }

  /** What to look up, in the text columns of the tables the question was about. */
  List<ValueProbe> probes(QuestionState before, List<TableDescription> tables) {
    List<ColumnRef> columns =
        tables.stream()
            .filter(table -> before.tables().stream().anyMatch(table.name()::equalsIgnoreCase))
            .flatMap(table ->
                table.columns().stream()
                    .filter(column -> column.type() == ColumnType.TEXT)
                    .map(column -> new ColumnRef(table.schema(), table.name(), column.name())))
            .limit(MOST_COLUMNS)
            .toList();
    return columns.isEmpty()
        ? List.of()
        : words.stream().map(word -> new ValueProbe(word, columns)).toList();
  }

  /** What was found of them. */
  static ValueFinder found(ValueHits hits) {
    return words -> {
      List<ColumnValue> values = new ArrayList<>();
      for (ValueHit hit : hits.hits()) {
        if (hit.text().toLowerCase(Locale.ROOT).equals(words.toLowerCase(Locale.ROOT))) {
          values.add(
              new ColumnValue(
                  new ColumnName(hit.column().table(), hit.column().column()), hit.storedValue()));
        }
      }
      return values;
    };
  }
}
