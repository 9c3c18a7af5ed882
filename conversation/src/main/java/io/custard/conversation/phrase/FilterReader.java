package io.custard.conversation.phrase;

import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.change.ColumnValue;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Operator;
import io.custard.conversation.words.Nouns.Named;
import io.custard.conversation.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Only Germany", "just the paid ones", "without cancelled", "for France instead". */
final class FilterReader implements PhraseReader {
  private static final List<String> WITH =
      List.of(
          "only",
          "just",
          "for",
          "in",
          "from",
          "with",
          "where",
          "that are",
          "which are",
          "who are",
          "only for",
          "only in",
          "only from",
          "only the",
          "just the",
          "just for",
          "for the",
          "in the",
          "from the",
          "with the",
          "the",
          "only those from",
          "only those in",
          "those from",
          "those in",
          "of",
          "at",
          "only with",
          "just those from",
          "to",
          "filter by",
          "filter on",
          "only where",
          "whose",
          "filtered by",
          "filtered to",
          "include",
          "including");
  private static final List<String> WITHOUT =
      List.of(
          "without",
          "without the",
          "except",
          "except for",
          "excluding",
          "excluding the",
          "but not",
          "not",
          "not the",
          "other than",
          "no",
          "exclude",
          "exclude the",
          "leave out",
          "minus",
          "not in",
          "not from",
          "not for",
          "not with",
          "except the",
          "except in",
          "apart from",
          "remove",
          "drop",
          "only not",
          "that are not",
          "which are not");
  private static final List<String> ALSO = List.of("as well", "too", "also", "in addition");
  private static final Set<String> JOINTS = Set.of("and", "or", ",", "&");
  private static final List<String> IS = List.of("is", "are", "=", "equals", "of", "being");

  private final Context context;
  private final Text text;
  private final Values values;

  FilterReader(Context context) {
    this.context = context;
    this.text = context.text();
    this.values = new Values(context);
  }

  @Override
  public Optional<Found> at(int at) {
    int without = text.any(at, WITHOUT);
    int with = text.any(at, WITH);
    if (without > 0 || with > 0) {
      int head = Math.max(without, with);
      Optional<Found> found = behind(at, head, without > 0 && without >= with);
      return found.isPresent() || without > 0 || head == 1 ? found : behind(at, 1, false);
    }
    // Words of the language are no values, whatever the database holds.
    return values(at, 0, false, Optional.empty());
  }

  private Optional<Found> behind(int at, int head, boolean negated) {
    int start = at + head;
    Optional<Named<List<ColumnName>>> column =
        context.nouns().nearColumns(text, start, any -> true);
    if (column.isPresent()) {
      int named = head + column.get().length();
      int is = text.any(at + named, IS);
      int not = text.at(at + named + is).equals("not") ? 1 : 0;
      Optional<Found> found =
          new ComparisonReader(context)
              .at(at + named, column.get().what())
              .map(f -> new Found(f.length() + named, f.changes(), f.unclear(), null))
              .or(() ->
                  values(
                      at, named + is + not, negated || not > 0, Optional.of(column.get().what())));
      if (found.isPresent()) {
        return found;
      }
    }
    return values(at, head, negated, Optional.empty());
  }

  private Optional<Found> values(
      int at, int head, boolean negated, Optional<List<ColumnName>> columns) {
    List<List<ColumnValue>> named = new ArrayList<>();
    int end = at + head;
    Optional<Named<List<ColumnValue>>> next = in(values.at(end), columns);
    while (next.isPresent() && named.size() < 10) {
      named.add(next.get().what());
      end += next.get().length();
      int joint = joint(end);
      next = joint > 0 ? in(values.at(end + joint), columns) : Optional.empty();
      end += next.isPresent() ? joint : 0;
    }
    if (named.isEmpty()) {
      return Optional.empty();
    }
    int ones = text.any(end, List.of("ones", "one", "only"));
    int also = text.any(end + ones, ALSO);
    boolean more = also > 0 || text.at(at - 1).equals("also") || text.at(at).startsWith("includ");
    return changes(end + ones + also - at, named, negated, more);
  }

  private int joint(int at) {
    int joint = JOINTS.contains(text.at(at)) ? 1 : 0;
    return joint == 1 && JOINTS.contains(text.at(at + 1)) ? 2 : joint;
  }

  private static Optional<Named<List<ColumnValue>>> in(
      Optional<Named<List<ColumnValue>>> found, Optional<List<ColumnName>> columns) {
    return found
        .map(named ->
            new Named<>(
                named.what().stream()
                    .filter(v -> columns.isEmpty() || columns.get().contains(v.column()))
                    .toList(),
                named.length()))
        .filter(named -> !named.what().isEmpty());
  }

  // All values have to be of one column; if of several, it is to be asked which.
  private Optional<Found> changes(
      int length, List<List<ColumnValue>> named, boolean negated, boolean more) {
    List<ColumnName> columns =
        named.getFirst().stream()
            .map(ColumnValue::column)
            .distinct()
            .filter(c ->
                named.stream().allMatch(one -> one.stream().anyMatch(v -> v.column().equals(c))))
            .toList();
    if (columns.isEmpty()) {
      return eachAlone(length, named, negated, more);
    }
    if (columns.size() == 1) {
      return Found.changes(length, change(columns.getFirst(), named, negated, more));
    }
    return Found.unclear(
        length,
        Clarification.of(
            "Which column is meant?",
            columns.stream()
                .map(c ->
                    new Clarification.Reading(
                        c.fullLabel(), List.of(change(c, named, negated, more))))
                .toList()));
  }

  private Optional<Found> eachAlone(
      int length, List<List<ColumnValue>> named, boolean negated, boolean more) {
    List<Change> changes = new ArrayList<>();
    for (List<ColumnValue> one : named) {
      long columns = one.stream().map(ColumnValue::column).distinct().count();
      if (columns != 1) {
        return Optional.empty();
      }
      changes.add(change(one.getFirst().column(), List.of(one), negated, more));
    }
    return Optional.of(new Found(length, changes, null, null));
  }

  private Change change(
      ColumnName column, List<List<ColumnValue>> named, boolean negated, boolean more) {
    List<String> said =
        named.stream()
            .flatMap(one -> one.stream().filter(v -> v.column().equals(column)).limit(1))
            .map(ColumnValue::value)
            .distinct()
            .toList();
    return new FilterChange(context.state().filters(), column).of(said, negated, more);
  }

  /** What becomes of the conditions on a column when values are named. */
  private record FilterChange(List<Filter> all, ColumnName column) {
    Change of(List<String> said, boolean negated, boolean more) {
      List<Filter> now = all.stream().filter(f -> f.column().equals(column)).toList();
      Filter only = now.size() == 1 ? now.getFirst() : null;
      boolean choice =
          only != null
              && (only.operator() == Operator.EQUALS || only.operator() == Operator.ONE_OF);
      if (choice && only != null && negated) {
        List<String> rest = only.values().stream().filter(v -> !said.contains(v)).toList();
        return new Change.ReplaceFilter(
            rest.isEmpty() || rest.equals(only.values())
                ? filter(said, true)
                : filter(rest, false));
      }
      if (choice && only != null && more) {
        List<String> both = new ArrayList<>(only.values());
        said.stream().filter(v -> !both.contains(v)).forEach(both::add);
        return new Change.ReplaceFilter(filter(both, false));
      }
      if (only != null && negated && isExclusion(only)) {
        List<String> both = new ArrayList<>(only.values());
        said.stream().filter(v -> !both.contains(v)).forEach(both::add);
        return new Change.ReplaceFilter(filter(both, true));
      }
      boolean readable = now.stream().noneMatch(f -> f.operator() == Operator.OTHER);
      return !now.isEmpty() && readable
          ? new Change.ReplaceFilter(filter(said, negated))
          : new Change.AddFilter(filter(said, negated), List.of());
    }

    private static boolean isExclusion(Filter filter) {
      return filter.operator() == Operator.NOT_EQUALS || filter.operator() == Operator.NONE_OF;
    }

    private Filter filter(List<String> values, boolean negated) {
      if (values.size() > 1) {
        return new Filter(column, negated ? Operator.NONE_OF : Operator.ONE_OF, values);
      }
      boolean truth = values.getFirst().equals("true") || values.getFirst().equals("false");
      if (truth && negated) {
        String other = values.getFirst().equals("true") ? "false" : "true";
        return new Filter(column, Operator.EQUALS, List.of(other));
      }
      return new Filter(column, negated ? Operator.NOT_EQUALS : Operator.EQUALS, values);
    }
  }
}
