package io.custard.translate.plan;

import io.custard.translate.ColumnType;
import io.custard.translate.link.Adjectives;
import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.Mention;
import io.custard.translate.link.TableNode;
import io.custard.translate.link.Words;
import io.custard.translate.read.Draft;
import io.custard.translate.read.NotUnderstood;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the columns that dates and adjectives of degree speak of without naming them. */
final class Scales {
  private final Draft draft;
  private final Set<TableNode> spoken;
  private final List<Mention> places;

  Scales(Draft draft, Set<TableNode> spoken, List<Mention> places) {
    this.draft = draft;
    this.spoken = spoken;
    this.places = places;
  }

  /**
   * The column of dates or years that a date without a column speaks of: one that the question
   * names by its verb, else one of the table at hand, unless the table named last has one too.
   */
  ColumnNode dateColumn(boolean yearOnly, int at, TableNode table) {
    Set<TableNode> order = new LinkedHashSet<>(List.of(table));
    order.addAll(spoken);
    List<ColumnNode> named =
        order.stream()
            .flatMap(t -> dates(t, yearOnly).stream())
            .filter(this::namedRoughly)
            .toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    for (TableNode candidate : order) {
      List<ColumnNode> fitting = dates(candidate, yearOnly);
      if (fitting.size() > 1) {
        throw Resolver.ambiguous(
            "the date", Resolver.full(fitting.get(0)), Resolver.full(fitting.get(1)));
      }
      if (!fitting.isEmpty()) {
        TableNode last = lastNamedBefore(at);
        if (candidate == table
            && last != null
            && last != table
            && !dates(last, yearOnly).isEmpty()) {
          throw Resolver.ambiguous(
              "the date",
              Resolver.full(fitting.get(0)),
              Resolver.full(dates(last, yearOnly).get(0)));
        }
        return fitting.get(0);
      }
    }
    throw new NotUnderstood("no column of dates or years is meant");
  }

  private static List<ColumnNode> dates(TableNode table, boolean yearOnly) {
    return table.columns().stream().filter(c -> dated(c) || (yearOnly && year(c))).toList();
  }

  private @Nullable TableNode lastNamedBefore(int at) {
    TableNode last = null;
    int nearest = -1;
    for (Mention place : places) {
      if (place.to() <= at && place.from() > nearest) {
        nearest = place.from();
        last = Resolver.named(place);
      }
    }
    return last;
  }

  private boolean namedRoughly(ColumnNode column) {
    return column.words().stream()
        .filter(w -> w.length() > 2 && !w.equals("dat") && !w.equals("year") && !w.equals("tim"))
        .filter(w -> !column.owner().words().contains(w))
        .anyMatch(w -> draft.words().stream().anyMatch(q -> Words.alike(q, w)));
  }

  static boolean dated(ColumnNode column) {
    return column.type().dated()
        || (column.type() == ColumnType.TEXT && column.words().contains("dat"));
  }

  static boolean year(ColumnNode column) {
    boolean typed = column.type().numeric() || column.type() == ColumnType.TEXT;
    return typed
        && (column.words().contains("year")
            || column.words().contains("found")
            || column.words().contains("open")
            || column.words().contains("build"));
  }

  /**
   * The column an adjective compares in a table.
   *
   * @param rising whether more of the adjective is a higher value
   */
  record Graded(ColumnNode column, boolean rising) {}

  Graded graded(Adjectives.Sense sense, TableNode table) {
    for (List<Adjectives.Kind> tier : sense.tiers()) {
      List<Graded> found = new ArrayList<>();
      for (ColumnNode column : table.columns()) {
        for (Adjectives.Kind kind : tier) {
          boolean orderable = column.type() != ColumnType.BOOLEAN && !column.identifier();
          if (orderable
              && column.words().contains(kind.stem())
              && found.stream().noneMatch(g -> g.column() == column)) {
            found.add(new Graded(column, kind.rising()));
          }
        }
      }
      if (found.size() == 1) {
        return found.get(0);
      }
      if (found.size() > 1) {
        List<Graded> named = found.stream().filter(g -> namedRoughly(g.column())).toList();
        if (named.size() == 1) {
          return named.get(0);
        }
        throw Resolver.ambiguous(
            "the comparison",
            Resolver.full(found.get(0).column()),
            Resolver.full(found.get(1).column()));
      }
    }
    throw new NotUnderstood("what makes one of " + table.humanised() + " more than another");
  }

  /** The column an adjective compares when no thing stands beside it. */
  Graded graded(Adjectives.Sense sense, TableNode root, Set<TableNode> others) {
    Set<TableNode> tables = new LinkedHashSet<>(List.of(root));
    tables.addAll(others);
    List<Graded> found = new ArrayList<>();
    for (TableNode table : tables) {
      if (sense.tiers().stream()
          .anyMatch(tier -> table.columns().stream().anyMatch(c -> fits(c, tier)))) {
        found.add(graded(sense, table));
      }
    }
    if (found.size() > 1) {
      throw Resolver.ambiguous(
          "the comparison",
          Resolver.full(found.get(0).column()),
          Resolver.full(found.get(1).column()));
    }
    return found.isEmpty() ? graded(sense, root) : found.get(0);
  }

  private static boolean fits(ColumnNode column, List<Adjectives.Kind> tier) {
    return !column.identifier() && tier.stream().anyMatch(k -> column.words().contains(k.stem()));
  }
}
