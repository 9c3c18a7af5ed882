package io.custard.translate.plan;

import io.custard.translate.link.ColumnNode;
import io.custard.translate.read.NotUnderstood;
import io.custard.translate.read.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds two conditions that no single row can meet, as "in France and in Spain" is of one column.
 * Such a question means rows that share something, or rows of either kind.
 */
final class Contradictions {
  private Contradictions() {}

  /** Two conditions that exclude each other. */
  record Pair(Condition one, Condition other, ColumnNode column) {}

  static Optional<Pair> find(List<Condition> conditions) {
    Pair found = null;
    for (int i = 0; i < conditions.size(); i++) {
      for (int j = i + 1; j < conditions.size(); j++) {
        ColumnNode column = excluded(conditions.get(i), conditions.get(j));
        if (column != null) {
          if (found != null) {
            throw new NotUnderstood("several conditions that exclude each other");
          }
          found = new Pair(conditions.get(i), conditions.get(j), column);
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /** The conditions without one of them. */
  static List<Condition> without(List<Condition> conditions, Condition left) {
    List<Condition> rest = new ArrayList<>(conditions);
    rest.remove(left);
    return rest;
  }

  private static @Nullable ColumnNode excluded(Condition one, Condition other) {
    if (one instanceof Condition.WithText a && other instanceof Condition.WithText b) {
      boolean differ = a.op() == Op.EQ && b.op() == Op.EQ && !a.text().equals(b.text());
      return a.column() == b.column() && differ ? a.column() : null;
    }
    if (one instanceof Condition.WithNumber a && other instanceof Condition.WithNumber b) {
      int order = a.number().compareTo(b.number());
      return a.column() == b.column() && apart(a.op(), b.op(), order) ? a.column() : null;
    }
    if (one instanceof Condition.WithDay a && other instanceof Condition.WithDay b) {
      int order = a.day().compareTo(b.day());
      return a.column() == b.column() && apart(a.op(), b.op(), order) ? a.column() : null;
    }
    return null;
  }

  private static boolean apart(Op one, Op other, int order) {
    if (one == Op.EQ && other == Op.EQ) {
      return order != 0;
    }
    boolean oneHigh = one == Op.GT || one == Op.GE;
    boolean otherHigh = other == Op.GT || other == Op.GE;
    boolean oneLow = one == Op.LT || one == Op.LE;
    boolean otherLow = other == Op.LT || other == Op.LE;
    return (oneHigh && otherLow && order >= 0) || (oneLow && otherHigh && order <= 0);
  }
}
