package io.custard.conversation.edit;

import io.custard.conversation.state.ColumnName;
import io.custard.conversation.statement.Expr;
import java.util.Set;

/**
 * An expression of the statement that is being written.
 *
 * @param columns those it names
 */
record Piece(String text, Expr meaning, Set<ColumnName> columns) {
  Piece {
    columns = Set.copyOf(columns);
  }

  boolean isAggregate() {
    return meaning instanceof Expr.Aggregate;
  }
}
