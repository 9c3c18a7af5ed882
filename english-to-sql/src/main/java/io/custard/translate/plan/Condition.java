package io.custard.translate.plan;

import io.custard.translate.link.ColumnNode;
import io.custard.translate.read.Fn;
import io.custard.translate.read.Op;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A condition of a planned query. */
public sealed interface Condition {
  /** A column compared with a text. */
  record WithText(ColumnNode column, Op op, String text) implements Condition {}

  /** A column compared with a number; cast when the column holds digits as text. */
  record WithNumber(ColumnNode column, Op op, BigDecimal number, boolean cast)
      implements Condition {}

  /** A column compared with the start of a day. */
  record WithDay(ColumnNode column, Op op, LocalDate day) implements Condition {}

  /** A column with or without a value. */
  record Null(ColumnNode column, boolean missing) implements Condition {}

  /** A truth value. */
  record Truth(ColumnNode column, boolean value) implements Condition {}

  /** A column compared with an aggregate of it over the whole table. */
  record WithAggregate(ColumnNode column, Op op, Fn fn) implements Condition {}

  /** All of these. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** Any of these. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** Not this. */
  record Not(Condition condition) implements Condition {}

  /** Related rows exist, or do not. */
  record Exists(boolean negated, Related related) implements Condition {}

  /** So many related rows. */
  record Count(Related related, Op op, long count) implements Condition {}

  /**
   * Rows related to a row of the query around: what is joined there, the step that leads to it, and
   * what must hold.
   */
  record Related(Joins joins, Hop link, List<Condition> conditions) {
    public Related {
      conditions = List.copyOf(conditions);
    }
  }
}
