package io.custard.conversation.edit;

import io.custard.check.block.Source;
import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Operator;
import io.custard.conversation.state.Period;
import io.custard.conversation.statement.Condition;
import io.custard.conversation.statement.Condition.Meaning;
import io.custard.conversation.statement.DateColumns;
import io.custard.protocol.TableDescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds a date to other days. */
final class PeriodEdit {
  // These say of a date whether it is known, not when it is.
  private static final Set<Operator> NOT_WHEN =
      Set.of(Operator.MISSING, Operator.PRESENT, Operator.NOT_EQUALS, Operator.NONE_OF);

  private final Workbench bench;

  PeriodEdit(Workbench bench) {
    this.bench = bench;
  }

  void set(Change.SetPeriod change) throws Stopped {
    checkInside();
    ColumnName column =
        column(
            change.column(), chosen -> new Change.SetPeriod(chosen, change.from(), change.until()));
    int place = remove(column);
    String written = bench.column(column).text();
    List<Draft.Held> bounds = new ArrayList<>();
    add(bounds, column, written + " >= ", change.from());
    add(bounds, column, written + " < ", change.until());
    bench.draft().conditions.addAll(place, bounds);
  }

  private void add(
      List<Draft.Held> bounds, ColumnName column, String beginning, @Nullable LocalDate day) {
    if (day != null) {
      String text = beginning + new Quoting(bench.statement().dialect()).day(day.toString());
      Condition.Meaning meaning = new Meaning.Range(new Period(column, null, null));
      Condition plain = new Condition(Edit.NOWHERE, List.of(column), true, false, meaning);
      bounds.add(new Draft.Held(text, plain, Set.of(column)));
    }
  }

  void unset(Change.RemovePeriod change) throws Stopped {
    checkInside();
    ColumnName column = column(change.column(), Change.RemovePeriod::new);
    int before = bench.draft().conditions.size();
    remove(column);
    if (bench.draft().conditions.size() == before) {
      throw Stopped.refused(Reason.NOTHING_THERE, "The question is about any time already.");
    }
    bench.draft().dropUnnamed();
  }

  // Days named in a query inside are those the question is about, and they are not changed.
  private void checkInside() throws Stopped {
    for (ColumnName column : bench.inside()) {
      if (DateColumns.isDate(bench.statement().dialect(), bench.described(column))) {
        throw bench.insideQuery();
      }
    }
  }

  // The place of the first condition that was removed, else the end.
  private int remove(ColumnName column) throws Stopped {
    bench.described(column);
    List<Draft.Held> conditions = bench.draft().conditions;
    int place = -1;
    for (int i = 0; i < conditions.size(); i++) {
      if (isWhen(conditions.get(i).condition(), column)) {
        place = place < 0 ? i : place;
        conditions.remove(i--);
      }
    }
    return place < 0 ? conditions.size() : place;
  }

  private static boolean isWhen(@Nullable Condition condition, ColumnName column) {
    if (condition == null || !condition.isAbout(column)) {
      return false;
    }
    return !(condition.meaning() instanceof Meaning.Test(Filter filter))
        || !NOT_WHEN.contains(filter.operator());
  }

  private ColumnName column(@Nullable ColumnName named, Function<ColumnName, Change> again)
      throws Stopped {
    if (named != null) {
      reach(named);
      return named;
    }
    List<ColumnName> used = used().distinct().toList();
    List<ColumnName> candidates = used.size() == 1 ? used : candidates();
    if (candidates.isEmpty()) {
      throw Stopped.refused(
          Reason.NO_DATE, "What the answer is about has no date; ask a new question.");
    }
    if (candidates.size() > 1) {
      throw Stopped.unclear(
          Clarification.of(
              "Which date is meant?",
              candidates.stream()
                  .map(c -> new Clarification.Reading(c.fullLabel(), List.of(again.apply(c))))
                  .toList()));
    }
    return candidates.getFirst();
  }

  private void reach(ColumnName column) throws Stopped {
    Reach reach = new Reach(bench.statement());
    if (!reach.isPresent(column.table()) && reach.paths(column.table()).size() > 1) {
      throw Stopped.refused(
          Reason.NO_PATH, "There are several ways to that date; ask a new question.");
    }
    bench.reach(column, List.of(), via -> new Change.RemovePeriod(column));
  }

  // The dates the question is about already.
  private Stream<ColumnName> used() {
    Period period = bench.state().period();
    return period != null
        ? Stream.of(period.column())
        : Stream.concat(
            bench.state().dimensions().stream()
                .filter(dimension -> dimension.grain() != null)
                .map(Dimension::column),
            bench.state().filters().stream()
                .map(Filter::column)
                .filter(column -> candidates().contains(column)));
  }

  private List<ColumnName> candidates() {
    List<ColumnName> dates = new ArrayList<>();
    for (Source source : bench.statement().sources()) {
      if (source.table() != null) {
        TableDescription table = source.table().description();
        table.columns().stream()
            .filter(column -> DateColumns.isDate(bench.statement().dialect(), column))
            .forEach(column -> dates.add(new ColumnName(table.name(), column.name())));
      }
    }
    return dates;
  }
}
