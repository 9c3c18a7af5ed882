package io.custard.query.suggest;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.TableName;
import io.custard.query.suggest.Suggestion.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Questions that a schema may answer, the likeliest first: about the tables that most others refer
 * to, of different kinds and where it can be about different tables. Not tried yet.
 */
record Candidates(List<Suggestion> questions) {
  /** Tables that are looked at; a schema may have thousands. */
  private static final int TABLES = 20;

  private static final int OF_A_KIND = 3;

  Candidates {
    questions = List.copyOf(questions);
  }

  static Candidates of(List<TableDescription> tables) {
    Map<TableName, Integer> references = new HashMap<>();
    tables.forEach(table ->
        table.foreignKeys().forEach(key -> references.merge(target(key), 1, Integer::sum)));
    List<TableParts> central =
        tables.stream()
            .map(TableParts::of)
            .filter(TableParts::isThing)
            .sorted(
                Comparator.comparingInt(
                        (TableParts parts) -> references.getOrDefault(name(parts.table()), 0))
                    .thenComparingInt(parts -> parts.table().foreignKeys().size())
                    .thenComparingLong(parts -> parts.table().rowEstimate())
                    .reversed()
                    .thenComparing(parts -> parts.table().name()))
            .limit(TABLES)
            .toList();
    return new Candidates(
        inTurn(List.of(counts(central), groupings(central), tops(central), figures(central))));
  }

  private static List<Suggestion> counts(List<TableParts> central) {
    return central.stream()
        .map(parts ->
            new Suggestion(
                "How many %s are there?".formatted(PlainName.plural(parts.table().name())),
                Kind.COUNT))
        .limit(OF_A_KIND)
        .toList();
  }

  /** The table that is counted comes last here. */
  private static List<Suggestion> groupings(List<TableParts> central) {
    return Stream.concat(central.stream().skip(1), central.stream().limit(1))
        .flatMap(parts -> grouping(parts).stream())
        .limit(OF_A_KIND)
        .toList();
  }

  private static Optional<Suggestion> grouping(TableParts parts) {
    return parts
        .sort()
        .map(sort ->
            new Suggestion(
                "How many %s are there by %s?"
                    .formatted(PlainName.plural(parts.table().name()), PlainName.of(sort)),
                Kind.GROUPING));
  }

  private static List<Suggestion> tops(List<TableParts> central) {
    return central.stream()
        .filter(TableParts::isNamed)
        .flatMap(parent ->
            central.stream()
                .filter(child -> refers(child.table(), parent.table()))
                .limit(1)
                .map(child -> top(parent.table(), child.table())))
        .limit(OF_A_KIND)
        .toList();
  }

  private static Suggestion top(TableDescription parent, TableDescription child) {
    return new Suggestion(
        "Which 5 %s have the most %s?"
            .formatted(PlainName.plural(parent.name()), PlainName.plural(child.name())),
        Kind.TOP);
  }

  private static List<Suggestion> figures(List<TableParts> central) {
    return central.stream()
        .flatMap(parts ->
            parts.figure().stream()
                .flatMap(figure -> parts.sort().stream().map(sort -> figure(parts, figure, sort))))
        .limit(OF_A_KIND)
        .toList();
  }

  private static Suggestion figure(TableParts parts, String figure, String sort) {
    return new Suggestion(
        "What is the average %s of %s by %s?"
            .formatted(
                PlainName.of(figure), PlainName.plural(parts.table().name()), PlainName.of(sort)),
        Kind.FIGURE);
  }

  /** The first of each kind, then the second of each, and so on. */
  private static List<Suggestion> inTurn(List<List<Suggestion>> kinds) {
    List<Suggestion> all = new ArrayList<>();
    for (int i = 0; i < OF_A_KIND; i++) {
      for (List<Suggestion> kind : kinds) {
        if (i < kind.size()) {
          all.add(kind.get(i));
        }
      }
    }
    return all;
  }

  private static boolean refers(TableDescription child, TableDescription parent) {
    return !child.equals(parent)
        && child.foreignKeys().stream().anyMatch(key -> target(key).equals(name(parent)));
  }

  private static TableName target(ForeignKey key) {
    return new TableName(key.referencedSchema(), key.referencedTable());
  }

  private static TableName name(TableDescription table) {
    return new TableName(table.schema(), table.name());
  }
}
