package io.custard.conversation.statement;

import io.custard.conversation.state.Calculation;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Grain;
import org.jspecify.annotations.Nullable;

/** What an expression means; equal if the same is meant. */
public sealed interface Expr {
  record Column(ColumnName column) implements Expr {}

  record Dated(ColumnName column, Grain grain) implements Expr {}

  /** Null stands for rows. */
  record Aggregate(Calculation calculation, @Nullable ColumnName column, boolean distinct)
      implements Expr {}

  /**
   * Anything else.
   *
   * @param text in a form that does not depend on case, blanks, or how columns are qualified
   */
  record Other(String text) implements Expr {}
}
