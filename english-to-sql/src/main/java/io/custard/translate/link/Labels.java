package io.custard.translate.link;

import io.custard.translate.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the key of a table and the columns that name its rows. */
final class Labels {
  private Labels() {}

  static List<ColumnNode> key(TableNode table) {
    List<ColumnNode> key = new ArrayList<>();
    for (String name : table.table().primaryKey()) {
      table.columns().stream().filter(c -> c.column().name().equals(name)).forEach(key::add);
    }
    if (!key.isEmpty()) {
      return List.copyOf(key);
    }
    return impliedKey(table).map(List::of).orElse(List.of());
  }

  /** A column called id, or named after its table, is taken for the key when none is declared. */
  private static Optional<ColumnNode> impliedKey(TableNode table) {
    List<String> named = new ArrayList<>(table.words());
    named.add("id");
    List<String> last =
        table.words().isEmpty()
            ? named
            : List.of(table.words().get(table.words().size() - 1), "id");
    return table.columns().stream()
        .filter(c -> c.words().equals(List.of("id")) || c.words().equals(named))
        .findFirst()
        .or(() ->
            table.columns().stream().limit(1).filter(c -> c.words().equals(last)).findFirst());
  }

  static List<ColumnNode> labels(TableNode table) {
    Optional<ColumnNode> own = named(table, prefixed(table, "nam"));
    if (own.isEmpty()) {
      own = named(table, List.of("nam"));
    }
    if (own.isEmpty()) {
      own = named(table, List.of("titl")).or(() -> named(table, prefixed(table, "titl")));
    }
    if (own.isPresent()) {
      return List.of(own.get());
    }
    Optional<ColumnNode> first = named(table, List.of("first", "nam"));
    Optional<ColumnNode> last = named(table, List.of("last", "nam"));
    if (first.isEmpty()) {
      first = ending(table, List.of("first", "nam"));
      last = last.or(() -> ending(table, List.of("last", "nam")));
    }
    if (first.isPresent() && last.isPresent()) {
      return List.of(first.get(), last.get());
    }
    return named(table, table.words())
        .or(() -> named(table, List.of("label")))
        .or(() -> onlyName(table))
        .or(() -> ending(table, List.of("titl")))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<String> prefixed(TableNode table, String word) {
    List<String> words = new ArrayList<>(table.words());
    words.add(word);
    return words;
  }

  private static Optional<ColumnNode> named(TableNode table, List<String> words) {
    return table.columns().stream()
        .filter(c -> c.type() == ColumnType.TEXT || c.type() == ColumnType.OTHER)
        .filter(c -> c.words().equals(words))
        .findFirst();
  }

  private static Optional<ColumnNode> ending(TableNode table, List<String> words) {
    return table.columns().stream()
        .filter(c -> c.type() == ColumnType.TEXT)
        .filter(c -> endsWith(c.words(), words))
        .findFirst();
  }

  private static Optional<ColumnNode> onlyName(TableNode table) {
    List<ColumnNode> names =
        table.columns().stream()
            .filter(c -> c.type() == ColumnType.TEXT && endsWith(c.words(), List.of("nam")))
            .toList();
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }

  static boolean endsWith(List<String> words, List<String> tail) {
    return words.size() >= tail.size()
        && words.subList(words.size() - tail.size(), words.size()).equals(tail);
  }
}
