package io.custard.conversation.phrase;

import io.custard.conversation.change.ColumnValue;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Filter;
import io.custard.conversation.words.Nouns.Named;
import io.custard.conversation.words.Text;
import io.custard.protocol.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the values that words name: among conditions, truth values, and in the database. */
final class Values {
  private static final int LONGEST = 4;
  private static final int MOST_ASKED = 10;
  private static final int MOST_FOUND = 20;
  private static final Set<String> NEVER =
      Set.of(
          "and", "or", "the", "a", "an", "of", "in", "for", "to", "is", "are", "it", "them", "by",
          "only", "just", "instead", "with", "without", "ones", "one", ",", "not", "me", "what",
          "about", "how", "please", "now", "then", "but", "show", "all", "there", "per", "as");

  private final Context context;
  private final Map<String, List<ColumnValue>> asked = new LinkedHashMap<>();

  Values(Context context) {
    this.context = context;
  }

  /** The values that the most words from here name, each in every column it is found in. */
  Optional<Named<List<ColumnValue>>> at(int at) {
    Text text = context.text();
    for (int length = Math.min(LONGEST, text.size() - at); length > 0; length--) {
      boolean one = length == 1 && NEVER.contains(text.at(at));
      boolean crosses = length > 1 && (isJoint(at, length) || isEdge(at, length));
      if (one || crosses) {
        continue;
      }
      List<ColumnValue> found = known(text.written(at, at + length));
      if (!found.isEmpty()) {
        return Optional.of(new Named<>(found, length));
      }
    }
    return Optional.empty();
  }

  private boolean isJoint(int at, int length) {
    for (int i = at; i < at + length; i++) {
      if (context.text().at(i).equals(",") || context.text().isQuoted(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isEdge(int at, int length) {
    return NEVER.contains(context.text().at(at))
        || NEVER.contains(context.text().at(at + length - 1));
  }

  private List<ColumnValue> known(String words) {
    Set<ColumnValue> found = new LinkedHashSet<>(inConditions(words));
    if (found.isEmpty()) {
      found.addAll(truths(words));
      found.addAll(inDatabase(words));
    }
    List<ColumnValue> near =
        found.stream()
            .filter(one -> context.state().tables().contains(one.column().table()))
            .toList();
    return near.isEmpty() ? List.copyOf(found) : near;
  }

  private List<ColumnValue> inConditions(String words) {
    List<ColumnValue> found = new ArrayList<>();
    for (Filter filter : context.state().filters()) {
      filter.values().stream()
          .filter(value -> value.equalsIgnoreCase(words))
          .forEach(value -> found.add(new ColumnValue(filter.column(), value)));
    }
    return found;
  }

  private List<ColumnValue> truths(String words) {
    String said = words.toLowerCase(Locale.ROOT);
    List<ColumnValue> found = new ArrayList<>();
    context
        .nouns()
        .near()
        .forEach(table ->
            table.columns().stream()
                .filter(column -> column.type() == ColumnType.BOOLEAN)
                .forEach(column -> {
                  ColumnName name = new ColumnName(table.name(), column.name());
                  String label = name.label().replaceFirst("^(is|was|has) ", "");
                  if (label.equals(said)) {
                    found.add(new ColumnValue(name, "true"));
                  } else if (said.equals("un" + label) || said.equals("non-" + label)) {
                    found.add(new ColumnValue(name, "false"));
                  }
                }));
    return found;
  }

  private List<ColumnValue> inDatabase(String words) {
    List<ColumnValue> before = asked.get(words);
    if (before != null) {
      return before;
    }
    if (asked.size() >= MOST_ASKED) {
      return List.of();
    }
    List<ColumnValue> found;
    try {
      List<ColumnValue> all = context.knowledge().values().find(words);
      found =
          all == null ? List.of() : List.copyOf(all.subList(0, Math.min(MOST_FOUND, all.size())));
    } catch (RuntimeException e) {
      // Where no values can be had, none are known.
      found = List.of();
    }
    asked.put(words, found);
    return found;
  }
}
