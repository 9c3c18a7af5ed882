package io.custard.conversation.phrase;

import io.custard.conversation.Knowledge;
import io.custard.conversation.QuestionState;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Metric;
import io.custard.conversation.state.Operator;
import io.custard.conversation.state.Period;
import io.custard.conversation.statement.DateColumns;
import io.custard.conversation.words.Nouns;
import io.custard.conversation.words.Text;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was said, and what it is about. */
record Context(Text text, QuestionState state, Nouns nouns, Knowledge knowledge) {

  /** The dates the question is about; else those it could be about. */
  List<ColumnName> dates() {
    Period period = state.period();
    if (period != null) {
      return List.of(period.column());
    }
    List<ColumnName> dated =
        state.dimensions().stream()
            .filter(dimension -> dimension.grain() != null)
            .map(Dimension::column)
            .distinct()
            .toList();
    List<ColumnName> near = dates(nouns.near());
    return dated.size() == 1 ? dated : near.isEmpty() ? referredTo() : near;
  }

  // Where a row has no date, what it belongs to may have one.
  private List<ColumnName> referredTo() {
    return nouns.referredTo().stream()
        .map(this::dates)
        .filter(dates -> !dates.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<ColumnName> dates(List<TableDescription> tables) {
    return columns(tables, column -> DateColumns.isDate(knowledge.dialect(), column));
  }

  /** The days the question is about; null if none are named. */
  @Nullable Period period() {
    return state.period() != null
        ? state.period()
        : state.filters().stream()
            .filter(filter -> filter.operator() == Operator.BETWEEN)
            .filter(filter -> dates().contains(filter.column()))
            .flatMap(filter -> days(filter).stream())
            .findFirst()
            .orElse(null);
  }

  private static Optional<Period> days(Filter filter) {
    try {
      LocalDate first = LocalDate.parse(filter.values().getFirst());
      LocalDate last = LocalDate.parse(filter.values().getLast());
      return Optional.of(new Period(filter.column(), first, last.plusDays(1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The figures one could calculate with: no keys. */
  List<ColumnName> figures() {
    List<ColumnName> figures = new ArrayList<>(columns(nouns.near(), Context::isNumber));
    for (TableDescription table : nouns.near()) {
      figures.removeIf(
          c -> c.table().equals(table.name()) && table.primaryKey().contains(c.column()));
      table
          .foreignKeys()
          .forEach(key ->
              figures.removeIf(
                  c -> c.table().equals(table.name()) && key.columns().contains(c.column())));
    }
    return figures;
  }

  static boolean isNumber(Column column) {
    return column.type() == ColumnType.INTEGER
        || column.type() == ColumnType.DECIMAL
        || column.type() == ColumnType.FLOAT;
  }

  private static List<ColumnName> columns(List<TableDescription> tables, Predicate<Column> wanted) {
    List<ColumnName> found = new ArrayList<>();
    for (TableDescription table : tables) {
      table.columns().stream()
          .filter(wanted)
          .forEach(column -> found.add(new ColumnName(table.name(), column.name())));
    }
    return found;
  }

  List<Metric> aggregates() {
    return state.metrics().stream().filter(Metric::isAggregate).toList();
  }

  /** Nothing to choose from, but something to say. */
  static Clarification reason(String sentence) {
    return new Clarification(sentence, List.of());
  }
}
