package io.custard.conversation.phrase;

import io.custard.conversation.change.Change;
import io.custard.conversation.state.Metric;
import io.custard.conversation.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "Top 5", "the first 20", "all of them". */
record LimitReader(Context context) implements PhraseReader {
  private static final List<String> ALL =
      List.of(
          "all of them",
          "all rows",
          "all the rows",
          "every row",
          "everything",
          "no limit",
          "without limit",
          "without a limit",
          "without the limit",
          "all results",
          "the rest",
          "all of it",
          "remove the limit",
          "show all");
  private static final List<String> FIRST =
      List.of("first", "limit to", "limit it to", "limit", "only the first", "the first");
  private static final List<String> TOP = List.of("top", "the top", "best", "the best");
  private static final List<String> BOTTOM =
      List.of("bottom", "the bottom", "worst", "the worst", "lowest", "the lowest");

  @Override
  public Optional<Found> at(int at) {
    Text text = context.text();
    int all = text.any(at, ALL);
    if (all > 0) {
      return Found.changes(all, new Change.SetLimit(null));
    }
    int top = text.any(at, TOP);
    int bottom = text.any(at, BOTTOM);
    int head = Math.max(Math.max(top, bottom), text.any(at, FIRST));
    int count = head == 0 ? -1 : text.number(at + head);
    boolean year = text.at(at + head).matches("(19|20)\\d{2}");
    if (count < 1 || year) {
      return Optional.empty();
    }
    int rows = text.any(at + head + 1, List.of("rows", "row", "results", "of them", "only"));
    List<Change> changes = new ArrayList<>();
    if (top > 0 || bottom > 0) {
      order(top > 0).ifPresent(changes::add);
    }
    changes.add(new Change.SetLimit(count));
    return Optional.of(new Found(head + 1 + rows, changes, null, null));
  }

  // The top ones are those of the highest figure, where there is one.
  private Optional<Change> order(boolean descending) {
    List<Metric> figures = context.aggregates();
    if (figures.size() == 1 && !context.state().dimensions().isEmpty()) {
      String label = figures.getFirst().label();
      boolean so =
          !context.state().order().isEmpty()
              && context.state().order().getFirst().by().equals(label)
              && context.state().order().getFirst().descending() == descending;
      return so
          ? Optional.empty()
          : Optional.of(new Change.SetOrder(figures.getFirst(), descending));
    }
    boolean sorted = !context.state().order().isEmpty();
    boolean turned = sorted && context.state().order().getFirst().descending() != descending;
    return turned ? Optional.of(new Change.SetOrder(null, descending)) : Optional.empty();
  }
}
