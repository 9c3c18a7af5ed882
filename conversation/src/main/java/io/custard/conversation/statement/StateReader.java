package io.custard.conversation.statement;

import io.custard.check.schema.Catalog;
import io.custard.conversation.QuestionState;
import io.custard.conversation.state.Calculation;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Grain;
import io.custard.conversation.state.GroupFilter;
import io.custard.conversation.state.Metric;
import io.custard.conversation.state.Operator;
import io.custard.conversation.state.Order;
import io.custard.conversation.state.Period;
import io.custard.conversation.statement.Condition.Meaning;
import io.custard.guard.Dialect;
import io.custard.protocol.TableDescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a statement asks for. Used once, by one thread. */
public final class StateReader {
  private final SqlStatement statement;
  private final Parts parts;
  private final List<Filter> filters = new ArrayList<>();
  private final List<GroupFilter> groupFilters = new ArrayList<>();
  private @Nullable Period period;
  private boolean complete;

  private StateReader(SqlStatement statement) {
    this.statement = statement;
    this.parts = new Parts(statement);
    this.complete = statement.isPlain() && !parts.hasOtherLimit();
  }

  /** The state of a statement; empty if it is nothing the guard accepts. Never throws. */
  public static Optional<QuestionState> read(
      String sql, Dialect dialect, List<TableDescription> tables) {
    try {
      Catalog catalog = new Catalog(dialect, tables);
      Optional<SqlStatement> statement = SqlStatement.read(sql, catalog);
      return statement.isPresent()
          ? statement.map(StateReader::of)
          : Shapes.tables(sql, catalog).map(StateReader::unread);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // What cannot be read is not shown; that must not keep an answer back.
      return Optional.empty();
    }
  }

  private static QuestionState unread(List<String> tables) {
    return new QuestionState(
        List.of(), List.of(), List.of(), List.of(), null, List.of(), null, tables, false);
  }

  /** Whether the guard accepts a statement. */
  public static boolean isAccepted(String sql, Catalog catalog) {
    return Shapes.accepted(sql, catalog).isPresent();
  }

  /** The state of a statement that was taken apart. */
  public static QuestionState of(SqlStatement statement) {
    return new StateReader(statement).state();
  }

  private QuestionState state() {
    List<Expr> groups = parts.groups();
    readConditions();
    parts.having().forEach(this::readHaving);
    List<Dimension> dimensions =
        groups.stream().flatMap(group -> dimension(group).stream()).distinct().toList();
    complete &= dimensions.size() == groups.stream().distinct().count();
    return new QuestionState(
        parts.outputs().stream()
            .filter(output -> !groups.contains(output.meaning()))
            .map(output -> metric(output.meaning()))
            .toList(),
        dimensions,
        filters,
        groupFilters,
        period,
        parts.sorts().stream().map(this::order).toList(),
        parts.limit().isPresent() ? parts.limit().getAsInt() : null,
        tables(),
        complete);
  }

  private List<String> tables() {
    return statement.sources().stream()
        .flatMap(source -> Optional.ofNullable(source.table()).stream())
        .map(table -> table.description().name())
        .distinct()
        .toList();
  }

  private static Optional<Dimension> dimension(Expr group) {
    return switch (group) {
      case Expr.Column(ColumnName column) -> Optional.of(new Dimension(column, null));
      case Expr.Dated(ColumnName column, Grain grain) -> Optional.of(new Dimension(column, grain));
      default -> Optional.empty();
    };
  }

  /** What an item of SELECT shows. */
  static Metric metric(Expr expr) {
    return switch (expr) {
      case Expr.Aggregate(Calculation calculation, ColumnName column, boolean distinct) ->
          new Metric(calculation, column, distinct);
      case Expr.Column(ColumnName column) -> new Metric(Calculation.VALUE, column, false);
      case Expr.Dated(ColumnName column, Grain _) -> new Metric(Calculation.OTHER, column, false);
      case Expr.Other _ -> new Metric(Calculation.OTHER, null, false);
    };
  }

  private Order order(Sort sort) {
    return new Order(
        dimension(sort.meaning())
            .map(Dimension::label)
            .orElseGet(() -> metric(sort.meaning()).label()),
        sort.descending());
  }

  private void readConditions() {
    List<Meaning.Part> partsOfYears = new ArrayList<>();
    for (Condition condition : parts.conditions()) {
      switch (condition.meaning()) {
        case Meaning.Test(Filter filter) -> filters.add(filter);
        case Meaning.Range(Period range) -> add(range);
        case Meaning.Part part -> partsOfYears.add(part);
        case Meaning.Unread unread ->
            condition.columns().stream()
                .limit(unread.isJoin() ? 0 : 1)
                .forEach(column -> filters.add(new Filter(column, Operator.OTHER, List.of())));
      }
    }
    partsOfYears.forEach(this::add);
  }

  private void add(Period range) {
    Period known = period;
    if (known == null) {
      period = range;
    } else if (known.column().equals(range.column())) {
      period = known.and(range);
    } else {
      // The question is about one of them; the other is a condition.
      addEnd(range, Operator.AT_LEAST, range.from());
      addEnd(range, Operator.LESS, range.until());
    }
  }

  private void addEnd(Period range, Operator operator, @Nullable LocalDate day) {
    if (day != null) {
      filters.add(new Filter(range.column(), operator, List.of(day.toString())));
    }
  }

  // With its year a month is a range of days.
  private void add(Meaning.Part part) {
    Period year = period;
    LocalDate start = year == null ? null : year.from();
    int months = part.grain() == Grain.MONTH_OF_YEAR ? 1 : 3;
    boolean known =
        year != null
            && start != null
            && year.column().equals(part.column())
            && start.getDayOfYear() == 1
            && start.plusYears(1).equals(year.until())
            && part.number() >= 1
            && part.number() * months <= 12;
    if (known && start != null) {
      LocalDate first = start.plusMonths((long) months * (part.number() - 1));
      period = new Period(part.column(), first, first.plusMonths(months));
    } else {
      filters.add(new Filter(part.column(), Operator.OTHER, List.of()));
    }
  }

  private void readHaving(Span condition) {
    Optional<GroupFilter> read = new HavingReader(statement, parts.expressions()).read(condition);
    read.ifPresent(groupFilters::add);
    complete &= read.isPresent();
  }
}
