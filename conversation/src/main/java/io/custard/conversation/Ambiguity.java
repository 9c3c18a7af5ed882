package io.custard.conversation;

import io.custard.conversation.change.Choice;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.GroupFilter;
import io.custard.conversation.state.Metric;
import io.custard.conversation.state.Order;
import io.custard.conversation.state.Period;
import io.custard.conversation.statement.Meaning;
import io.custard.guard.Dialect;
import io.custard.protocol.TableDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether statements drafted for one question mean different things. How they are written does not
 * count: aliases, quoting, case, the order of conditions, of columns, and of rows that are all
 * shown.
 */
public final class Ambiguity {
  private static final List<Function<QuestionState, List<String>>> ASPECTS =
      List.of(
          state -> labels(state.metrics().stream().map(Metric::label)),
          state -> prefixed("by ", state.dimensions().stream().map(Dimension::label)),
          state -> prefixed("", state.filters().stream().map(Filter::label)),
          state -> prefixed("", state.groupFilters().stream().map(GroupFilter::label)),
          state -> labels(period(state)),
          state -> labels(state.order().stream().map(Order::label)),
          state ->
              state.limit() == null
                  ? List.of("all rows")
                  : List.of("the first " + state.limit() + " rows"),
          state -> prefixed("from ", state.tables().stream().map(ColumnName::words)));

  private Ambiguity() {}

  /** A statement and what it asks for. */
  private record Candidate(String sql, QuestionState state) {}

  /**
   * What has to be asked if the statements differ; empty if they mean the same. What cannot be read
   * is left out. Never throws.
   *
   * @param sqls accepted statements, the best first
   */
  public static Optional<Clarification> of(
      String question, List<String> sqls, Dialect dialect, List<TableDescription> tables) {
    Map<Object, Candidate> meanings = new LinkedHashMap<>();
    for (String sql : sqls) {
      QuestionState.read(sql, dialect, tables)
          .flatMap(state ->
              Meaning.of(sql, dialect, tables).map(m -> Map.entry(m, new Candidate(sql, state))))
          .ifPresent(entry -> meanings.putIfAbsent(entry.getKey(), entry.getValue()));
    }
    return meanings.size() < 2
        ? Optional.empty()
        : Optional.of(ask(question, List.copyOf(meanings.values())));
  }

  private static Clarification ask(String question, List<Candidate> all) {
    List<Candidate> candidates = all.subList(0, Math.min(all.size(), Clarification.MOST_CHOICES));
    List<Choice> choices = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      int number = choices.size() + 1;
      String told = label(candidate, candidates);
      String label =
          told.isEmpty() || !used.add(told) ? (told + " (reading " + number + ")").strip() : told;
      choices.add(new Choice("reading-" + number, label, candidate.sql(), List.of()));
    }
    String shown = question.length() > 200 ? question.substring(0, 200) + "…" : question;
    return new Clarification("“" + shown.strip() + "” can mean more than one thing.", choices);
  }

  // What sets it apart from the others, in at most two points.
  private static String label(Candidate candidate, List<Candidate> candidates) {
    List<String> points = new ArrayList<>();
    for (Function<QuestionState, List<String>> aspect : ASPECTS) {
      List<String> own = aspect.apply(candidate.state());
      boolean differs = candidates.stream().anyMatch(c -> !aspect.apply(c.state()).equals(own));
      if (differs && points.size() < 2) {
        List<String> apart =
            own.stream()
                .filter(one ->
                    candidates.stream().anyMatch(c -> !aspect.apply(c.state()).contains(one)))
                .toList();
        points.add(String.join(" and ", apart.isEmpty() ? own : apart));
      }
    }
    return String.join(", ", points);
  }

  private static Stream<String> period(QuestionState state) {
    Period period = state.period();
    return period == null
        ? Stream.of("any time")
        : Stream.of(period.column().label() + " " + period.label());
  }

  private static List<String> labels(Stream<String> labels) {
    return labels.sorted().toList();
  }

  private static List<String> prefixed(String prefix, Stream<String> labels) {
    List<String> all = labels.map(label -> prefix + label).sorted().toList();
    return all.isEmpty() ? List.of(prefix.isEmpty() ? "no condition" : "in total") : all;
  }
}
