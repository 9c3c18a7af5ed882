package io.custard.translate.plan;

import io.custard.translate.link.ColumnNode;
import io.custard.translate.link.TableNode;
import io.custard.translate.read.Fn;
import org.jspecify.annotations.Nullable;

/** What a query shows, groups or orders by. */
public sealed interface Expr {
  /** A column. */
  record Col(ColumnNode column) implements Expr {}

  /** An aggregate; without a column it counts rows. */
  record Agg(Fn fn, @Nullable ColumnNode column, boolean distinct) implements Expr {}

  /** Every column of a table. */
  record Star(TableNode table) implements Expr {}
}
