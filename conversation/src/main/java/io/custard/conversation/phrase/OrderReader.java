package io.custard.conversation.phrase;

import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.Calculation;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Metric;
import io.custard.conversation.words.Nouns.Named;
import io.custard.conversation.words.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** "Sorted by name", "highest first", "descending", "oldest first". */
record OrderReader(Context context) implements PhraseReader {
  private static final List<String> HEADS =
      List.of(
          "sorted by",
          "sort by",
          "ordered by",
          "order by",
          "ranked by",
          "rank by",
          "sort it by",
          "sort them by",
          "order them by",
          "order it by",
          "sorting by",
          "sort that by");
  private static final List<String> DESCENDING =
      List.of(
          "descending",
          "desc",
          "in descending order",
          "from high to low",
          "high to low",
          "from highest to lowest",
          "downwards");
  private static final List<String> ASCENDING =
      List.of(
          "ascending",
          "asc",
          "in ascending order",
          "from low to high",
          "low to high",
          "from lowest to highest",
          "upwards");
  private static final List<String> HIGHEST =
      List.of(
          "highest first",
          "largest first",
          "biggest first",
          "most first",
          "greatest first",
          "the highest first",
          "the largest first",
          "the biggest first");
  private static final List<String> LOWEST =
      List.of(
          "lowest first",
          "smallest first",
          "least first",
          "fewest first",
          "the lowest first",
          "the smallest first");
  private static final List<String> NEWEST =
      List.of(
          "newest first",
          "latest first",
          "most recent first",
          "the newest first",
          "the latest first");
  private static final List<String> OLDEST =
      List.of(
          "oldest first",
          "earliest first",
          "the oldest first",
          "chronologically",
          "in chronological order");
  private static final List<String> REVERSED =
      List.of(
          "reversed",
          "in reverse",
          "reverse",
          "reverse the order",
          "reverse order",
          "in reverse order",
          "the other way round",
          "the other way around");
  private static final List<String> NONE =
      List.of("unsorted", "without sorting", "no sorting", "without order", "in any order");

  @Override
  public Optional<Found> at(int at) {
    Text text = context.text();
    int head = text.any(at, HEADS);
    if (head > 0) {
      return sortedBy(at, head);
    }
    int sort = text.any(at, List.of("sorted", "sort", "ordered", "order", "sort it", "sort them"));
    return word(at + sort).map(found -> longer(found, sort));
  }

  private static Found longer(Found found, int more) {
    return new Found(found.length() + more, found.changes(), found.unclear(), found.chart());
  }

  private Optional<Found> word(int at) {
    Text text = context.text();
    int length = text.any(at, HIGHEST);
    if (length > 0) {
      return Found.changes(length, new Change.SetOrder(figure(), true));
    }
    length = text.any(at, LOWEST);
    if (length > 0) {
      return Found.changes(length, new Change.SetOrder(figure(), false));
    }
    length = direction(at);
    if (length != 0) {
      return Found.changes(Math.abs(length), new Change.SetOrder(null, length > 0));
    }
    length = text.any(at, REVERSED);
    if (length > 0) {
      boolean up =
          context.state().order().isEmpty() || !context.state().order().getFirst().descending();
      return Found.changes(length, new Change.SetOrder(null, up));
    }
    length = text.any(at, NONE);
    return length > 0 ? Found.changes(length, new Change.RemoveOrder()) : byTime(at);
  }

  // Positive for descending, negative for ascending, by how many words.
  private int direction(int at) {
    int down = context.text().any(at, DESCENDING);
    return down > 0 ? down : -context.text().any(at, ASCENDING);
  }

  private Optional<Found> byTime(int at) {
    int newest = context.text().any(at, NEWEST);
    int length = Math.max(newest, context.text().any(at, OLDEST));
    return length == 0 ? Optional.empty() : by(length, context.dates(), newest > 0);
  }

  private Optional<Found> by(int length, List<ColumnName> columns, boolean descending) {
    if (columns.isEmpty()) {
      return Found.unclear(length, Context.reason("The answer has nothing to sort so by."));
    }
    if (columns.size() == 1) {
      return Found.changes(length, new Change.SetOrder(value(columns.getFirst()), descending));
    }
    return Found.unclear(
        length,
        Clarification.of(
            "Sorted by what?",
            columns.stream()
                .map(c ->
                    new Clarification.Reading(
                        c.fullLabel(), List.of(new Change.SetOrder(value(c), descending))))
                .toList()));
  }

  private static Metric value(ColumnName column) {
    return new Metric(Calculation.VALUE, column, false);
  }

  private @Nullable Metric figure() {
    return context.aggregates().size() == 1 ? context.aggregates().getFirst() : null;
  }

  private Optional<Found> sortedBy(int at, int head) {
    int the = context.text().any(at + head, List.of("the", "its", "their"));
    int start = at + head + the;
    Optional<Named<List<Metric>>> target = target(start);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    int end = start + target.get().length();
    int comma = context.text().at(end).equals(",") ? 1 : 0;
    int direction = direction(end + comma);
    Optional<Found> said = direction == 0 ? word(end + comma) : Optional.empty();
    boolean descending = direction > 0 || said.filter(OrderReader::isDescending).isPresent();
    int more =
        direction != 0 ? Math.abs(direction) + comma : said.map(f -> f.length() + comma).orElse(0);
    int length = end - at + more;
    List<Metric> found = target.get().what();
    return found.size() == 1
        ? Found.changes(length, new Change.SetOrder(found.getFirst(), descending))
        : Found.unclear(
            length,
            Clarification.of(
                "Sorted by what?",
                found.stream()
                    .map(m ->
                        new Clarification.Reading(
                            m.column() == null ? m.label() : m.column().fullLabel(),
                            List.of(new Change.SetOrder(m, descending))))
                    .toList()));
  }

  private static boolean isDescending(Found found) {
    return found.changes().stream()
        .anyMatch(change -> change instanceof Change.SetOrder order && order.descending());
  }

  // What is shown comes before what could be.
  private Optional<Named<List<Metric>>> target(int at) {
    Optional<Named<Calculation>> calculation = MetricReader.calculation(context.text(), at);
    List<Metric> metrics = context.aggregates();
    if (calculation.isPresent()) {
      int length = calculation.get().length();
      List<Metric> meant =
          metrics.stream().filter(m -> m.calculation() == calculation.get().what()).toList();
      int of = context.text().at(at + length).equals("of") ? 1 : 0;
      Optional<Named<List<ColumnName>>> column =
          context.nouns().nearColumns(context.text(), at + length + of, c -> true);
      List<Metric> named =
          meant.stream()
              .filter(m ->
                  column.isPresent()
                      && m.column() != null
                      && column.get().what().contains(m.column()))
              .toList();
      if (!named.isEmpty()) {
        return Optional.of(new Named<>(named, length + of + column.get().length()));
      }
      if (!meant.isEmpty()) {
        return Optional.of(new Named<>(meant, length));
      }
    }
    return context
        .nouns()
        .nearColumns(context.text(), at, c -> true)
        .map(columns -> new Named<>(shown(columns.what()), columns.length()));
  }

  private List<Metric> shown(List<ColumnName> columns) {
    List<Metric> figures =
        context.aggregates().stream()
            .filter(m -> m.column() != null && columns.contains(m.column()))
            .toList();
    List<Metric> grouped =
        context.state().dimensions().stream()
            .filter(d -> columns.contains(d.column()))
            .map(d -> value(d.column()))
            .distinct()
            .toList();
    List<Metric> values =
        context.state().metrics().stream()
            .filter(m -> m.calculation() == Calculation.VALUE && columns.contains(m.column()))
            .toList();
    return !grouped.isEmpty()
        ? grouped
        : !figures.isEmpty()
            ? figures
            : !values.isEmpty() ? values : columns.stream().map(OrderReader::value).toList();
  }
}
