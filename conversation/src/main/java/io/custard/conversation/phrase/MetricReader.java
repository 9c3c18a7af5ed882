package io.custard.conversation.phrase;

import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.Calculation;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Metric;
import io.custard.conversation.words.Nouns.Named;
import io.custard.conversation.words.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "The average instead", "how many?", "sum instead of average", "and the maximum". */
record MetricReader(Context context) implements PhraseReader {
  private static final Map<String, Calculation> WORDS =
      Map.ofEntries(
          Map.entry("average", Calculation.AVERAGE),
          Map.entry("avg", Calculation.AVERAGE),
          Map.entry("mean", Calculation.AVERAGE),
          Map.entry("sum", Calculation.SUM),
          Map.entry("total", Calculation.SUM),
          Map.entry("count", Calculation.COUNT),
          Map.entry("number", Calculation.COUNT),
          Map.entry("maximum", Calculation.MAXIMUM),
          Map.entry("max", Calculation.MAXIMUM),
          Map.entry("highest", Calculation.MAXIMUM),
          Map.entry("largest", Calculation.MAXIMUM),
          Map.entry("biggest", Calculation.MAXIMUM),
          Map.entry("minimum", Calculation.MINIMUM),
          Map.entry("min", Calculation.MINIMUM),
          Map.entry("lowest", Calculation.MINIMUM),
          Map.entry("smallest", Calculation.MINIMUM));
  private static final List<String> HOW_MANY =
      List.of("how many are there", "how many were there", "how many is that", "how many");
  private static final List<String> AS_WELL = List.of("as well", "too", "in addition");
  private static final Set<String> ALSO = Set.of("and", "also", "plus", "with", "add");

  /** The calculation that the words here name. */
  static Optional<Named<Calculation>> calculation(Text text, int at) {
    int howMany = text.any(at, HOW_MANY);
    if (howMany > 0) {
      return Optional.of(new Named<>(Calculation.COUNT, howMany));
    }
    return Optional.ofNullable(WORDS.get(text.at(at))).map(one -> new Named<>(one, 1));
  }

  @Override
  public Optional<Found> at(int at) {
    Text text = context.text();
    Optional<Named<Calculation>> named = calculation(text, at);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Calculation calculation = named.get().what();
    int next = at + named.get().length();
    int of = text.any(next, List.of("of the", "of"));
    Optional<Named<List<ColumnName>>> column = column(next + of, calculation);
    if (of > 0 && column.isEmpty()) {
      return Optional.empty();
    }
    next += column.map(c -> of + c.length()).orElse(0);
    Mode mode = mode(at, next, named.get().length() > 1);
    List<ColumnName> columns = column.map(Named::what).orElseGet(() -> implied(calculation));
    return found(mode.end() - at, metrics(calculation, columns), mode);
  }

  private record Mode(boolean add, @Nullable Metric instead, int end) {}

  private Mode mode(int at, int next, boolean howMany) {
    Text text = context.text();
    int asWell = text.any(next, AS_WELL);
    boolean the = text.at(at - 1).equals("the") || text.at(at - 1).equals("a");
    boolean also = ALSO.contains(text.at(at - (the ? 2 : 1))) && !howMany;
    if (!text.at(next).equals("instead")) {
      return new Mode((also || asWell > 0) && !context.aggregates().isEmpty(), null, next + asWell);
    }
    int of = text.any(next, List.of("instead of the", "instead of"));
    Optional<Named<Calculation>> other = of == 0 ? Optional.empty() : calculation(text, next + of);
    List<Metric> meant =
        context.aggregates().stream()
            .filter(m -> other.isPresent() && m.calculation() == other.get().what())
            .toList();
    return meant.size() == 1
        ? new Mode(false, meant.getFirst(), next + of + other.map(Named::length).orElse(0))
        : new Mode(false, null, next + 1);
  }

  private Optional<Named<List<ColumnName>>> column(int at, Calculation calculation) {
    boolean figures = calculation == Calculation.SUM || calculation == Calculation.AVERAGE;
    return context
        .nouns()
        .nearColumns(context.text(), at, column -> !figures || Context.isNumber(column));
  }

  // What is calculated with now; else what could be.
  private List<ColumnName> implied(Calculation calculation) {
    if (calculation == Calculation.COUNT) {
      return List.of();
    }
    List<ColumnName> used =
        context.aggregates().stream()
            .map(Metric::column)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    List<ColumnName> figures = context.figures();
    List<ColumnName> fitting = used.stream().filter(figures::contains).toList();
    return fitting.size() == 1 ? fitting : figures;
  }

  private static List<Metric> metrics(Calculation calculation, List<ColumnName> columns) {
    return calculation == Calculation.COUNT && columns.isEmpty()
        ? List.of(new Metric(calculation, null, false))
        : columns.stream().map(column -> new Metric(calculation, column, false)).toList();
  }

  private static Change change(Metric metric, Mode mode) {
    return mode.add() ? new Change.AddMetric(metric) : new Change.SetMetric(metric, mode.instead());
  }

  private static Optional<Found> found(int length, List<Metric> metrics, Mode mode) {
    return switch (metrics.size()) {
      case 0 ->
          Found.unclear(
              length, Context.reason("The answer has no figures that could be calculated with."));
      case 1 -> Found.changes(length, change(metrics.getFirst(), mode));
      default ->
          Found.unclear(
              length,
              Clarification.of(
                  "Of what?",
                  metrics.stream()
                      .map(m -> new Clarification.Reading(m.label(), List.of(change(m, mode))))
                      .toList()));
    };
  }
}
