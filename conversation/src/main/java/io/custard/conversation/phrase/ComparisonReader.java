package io.custard.conversation.phrase;

import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Operator;
import io.custard.conversation.words.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "Over 100", "at least 3", "between 1 and 5": what a column of numbers is held against. */
record ComparisonReader(Context context) {
  private static final Map<String, Operator> OPERATORS = operators();

  private static Map<String, Operator> operators() {
    Map<String, Operator> operators = new LinkedHashMap<>();
    List.of("over", "above", "more than", "greater than", "bigger than", "higher than", ">")
        .forEach(word -> operators.put(word, Operator.MORE));
    List.of("under", "below", "less than", "fewer than", "smaller than", "lower than", "<")
        .forEach(word -> operators.put(word, Operator.LESS));
    List.of("at least", ">=", "no less than")
        .forEach(word -> operators.put(word, Operator.AT_LEAST));
    List.of("at most", "<=", "up to", "no more than")
        .forEach(word -> operators.put(word, Operator.AT_MOST));
    List.of("is", "=", "equals", "exactly", "equal to")
        .forEach(word -> operators.put(word, Operator.EQUALS));
    return operators;
  }

  /** The comparison behind the name of these columns. */
  Optional<Found> at(int at, List<ColumnName> named) {
    Text text = context.text();
    List<ColumnName> columns =
        named.stream()
            .filter(c -> context.nouns().described(c).filter(Context::isNumber).isPresent())
            .toList();
    int is = text.any(at, List.of("is", "are"));
    int start = text.any(at + is, List.copyOf(OPERATORS.keySet())) > 0 ? at + is : at;
    int length = text.any(start, List.copyOf(OPERATORS.keySet()));
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    if (text.at(start).equals("between")
        && isNumber(start + 1)
        && text.at(start + 2).equals("and")
        && isNumber(start + 3)) {
      return found(
          columns,
          Operator.BETWEEN,
          List.of(text.at(start + 1), text.at(start + 3)),
          start + 4 - at);
    }
    Operator operator =
        length == 0
            ? null
            : OPERATORS.get(text.written(start, start + length).toLowerCase(java.util.Locale.ROOT));
    return operator != null && isNumber(start + length)
        ? found(columns, operator, List.of(text.at(start + length)), start + length + 1 - at)
        : Optional.empty();
  }

  private boolean isNumber(int at) {
    return context.text().at(at).matches("\\d{1,15}(\\.\\d{1,9})?");
  }

  private Optional<Found> found(
      List<ColumnName> columns, Operator operator, List<String> values, int length) {
    List<Clarification.Reading> readings =
        columns.stream()
            .map(
                c -> new Clarification.Reading(c.fullLabel(), List.of(change(c, operator, values))))
            .toList();
    return readings.size() == 1
        ? Optional.of(new Found(length, readings.getFirst().changes(), null, null))
        : Found.unclear(length, Clarification.of("Which column is meant?", readings));
  }

  private Change change(ColumnName column, Operator operator, List<String> values) {
    Filter filter = new Filter(column, operator, values);
    boolean replaced =
        context.state().filters().stream()
            .anyMatch(f -> f.column().equals(column) && f.operator() != Operator.OTHER);
    return replaced ? new Change.ReplaceFilter(filter) : new Change.AddFilter(filter, List.of());
  }
}
