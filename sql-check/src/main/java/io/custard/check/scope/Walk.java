package io.custard.check.scope;

import io.custard.guard.tree.StatementTree;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Visits the expressions under a node of the tree, in no order. Queries inside are met and left to
 * the visitor. It keeps its own stack: long chains of operators are deep trees.
 */
public final class Walk {
  /** What is met on the way. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * A column is named.
     *
     * @param bare whether it is all there is
     */
    void column(Column column, boolean bare);

    default void query(Select query) {}

    default void allColumnsOf(Table qualifier) {}

    default void call(Function call) {}

    default void call(AnalyticExpression call) {}
  }

  private final Visitor visitor;
  // The parser links some nodes back to their owners, so a tree may contain circles.
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  private Walk(Visitor visitor) {
    this.visitor = visitor;
  }

  public static void over(@Nullable Object root, Visitor visitor) {
    if (root != null) {
      new Walk(visitor).from(root);
    }
  }

  private void from(Object root) {
    push(root);
    while (!open.isEmpty()) {
      visit(open.pop(), root);
    }
  }

  private void visit(Object node, Object root) {
    switch (node) {
      case Column column -> visitor.column(column, node == root);
      case Select query -> visitor.query(query);
      case AllTableColumns all -> visitor.allColumnsOf(all.getTable());
      case Table _ -> {
        // A qualifier, met with its column.
      }
      default -> {
        if (node instanceof Function call) {
          visitor.call(call);
        } else if (node instanceof AnalyticExpression call) {
          visitor.call(call);
        }
        StatementTree.children(node).forEach(this::push);
      }
    }
  }

  private void push(Object node) {
    if (seen.add(node)) {
      open.push(node);
    }
  }
}
