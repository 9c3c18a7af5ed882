package io.custard.conversation.phrase;

import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Filter;
import io.custard.conversation.words.Nouns.Named;
import io.custard.conversation.words.Text;
import io.custard.protocol.TableDescription;
import java.util.List;
import java.util.Optional;

/** "All countries", "regardless of status", "without the filter on status". */
record ReleaseReader(Context context) implements PhraseReader {
  private static final List<String> EVERY =
      List.of(
          "all",
          "any",
          "every",
          "for all",
          "for any",
          "for every",
          "all the",
          "for all the",
          "in all",
          "from all",
          "of all",
          "of any",
          "in any",
          "with any",
          "whatever the",
          "whatever",
          "no matter the",
          "no matter which");
  private static final List<String> REGARDLESS =
      List.of(
          "regardless of",
          "regardless of the",
          "irrespective of",
          "irrespective of the",
          "ignore the",
          "ignoring the",
          "ignore",
          "ignoring",
          "without the filter on",
          "without the condition on",
          "without the filter on the",
          "without filter on",
          "without filtering on",
          "without filtering by",
          "remove the filter on",
          "drop the filter on",
          "clear the filter on",
          "remove the filter on the",
          "no filter on",
          "not filtered by");
  private static final List<String> BEFORE_FILTER =
      List.of(
          "without the", "remove the", "drop the", "clear the", "without", "no", "remove", "drop");
  private static final List<String> ALL =
      List.of(
          "without filters",
          "without any filters",
          "without any filter",
          "no filters",
          "remove all filters",
          "without the filters",
          "clear the filters",
          "clear all filters",
          "unfiltered",
          "without the filter",
          "remove the filters",
          "drop the filters",
          "remove the filter",
          "drop the filter",
          "drop all filters");

  @Override
  public Optional<Found> at(int at) {
    Text text = context.text();
    int regardless = text.any(at, REGARDLESS);
    if (regardless > 0) {
      return filter(at, regardless, 0).or(() -> unknown(at, regardless));
    }
    int before = text.any(at, BEFORE_FILTER);
    if (before > 0) {
      Optional<Found> named = filter(at, before, 1);
      if (named.isPresent()) {
        return named;
      }
    }
    int all = text.any(at, ALL);
    if (all > 0) {
      return all(all);
    }
    int every = text.any(at, EVERY);
    return every > 0 ? filter(at, every, 0) : Optional.empty();
  }

  private Optional<Found> all(int length) {
    List<Change> changes = columns().stream().<Change>map(Change.RemoveFilter::new).toList();
    return changes.isEmpty()
        ? Found.unclear(length, Context.reason("There is no condition to remove."))
        : Optional.of(new Found(length, changes, null, null));
  }

  private List<ColumnName> columns() {
    return context.state().filters().stream().map(Filter::column).distinct().toList();
  }

  // With the word "filter" behind the name, or without.
  private Optional<Found> filter(int at, int head, int behind) {
    Text text = context.text();
    int start = at + head;
    Optional<Named<List<ColumnName>>> named =
        context.nouns().nearColumns(text, start, column -> true).or(() -> ofTable(start));
    if (named.isEmpty()) {
      return Optional.empty();
    }
    int end = start + named.get().length();
    boolean filter = text.any(end, List.of("filter", "condition", "restriction")) > 0;
    if (behind == 1 && !filter) {
      return Optional.empty();
    }
    List<ColumnName> meant = columns().stream().filter(named.get().what()::contains).toList();
    int length = end - at + (filter ? 1 : 0);
    return switch (meant.size()) {
      case 0 -> Optional.empty();
      case 1 -> Found.changes(length, new Change.RemoveFilter(meant.getFirst()));
      default ->
          Found.unclear(
              length,
              Clarification.of(
                  "Which condition is to go?",
                  meant.stream()
                      .map(c ->
                          new Clarification.Reading(
                              c.fullLabel(), List.of(new Change.RemoveFilter(c))))
                      .toList()));
    };
  }

  private Optional<Named<List<ColumnName>>> ofTable(int at) {
    return context
        .nouns()
        .nearTable(context.text(), at)
        .map(table -> new Named<>(columns(table.what()), table.length()));
  }

  private static List<ColumnName> columns(TableDescription table) {
    return table.columns().stream().map(c -> new ColumnName(table.name(), c.name())).toList();
  }

  private Optional<Found> unknown(int at, int head) {
    return context
        .nouns()
        .nearColumns(context.text(), at + head, column -> true)
        .flatMap(named ->
            Found.unclear(head + named.length(), Context.reason("There is no condition on that.")));
  }
}
