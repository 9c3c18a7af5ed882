package io.custard.guard.tree;

import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the guard reads it: its tokens, and the parser's tree of its skeleton.
 *
 * <p>In the tree every name is a stand-in for a token, every literal a neutral one, and operators
 * may be rewritten; what was really written is asked of the tokens.
 */
public record StatementTree(Statement tokens, net.sf.jsqlparser.statement.Statement root) {

  /** The index of the token behind a name in the tree; -1 if the parser took a key word for one. */
  public int indexOf(@Nullable String standIn) {
    return standIn == null ? -1 : Skeleton.tokenOf(standIn);
  }

  /** The token behind a name in the tree, or {@link Statement#NOTHING}. */
  public Token token(@Nullable String standIn) {
    return tokens.at(indexOf(standIn));
  }

  /** The nodes a node of the tree holds, lists laid open; some link back to their owners. */
  public static List<Object> children(Object node) {
    List<Object> children = new ArrayList<>();
    if (node instanceof Collection<?> items) {
      items.forEach(item -> add(item, children));
    }
    if (TreeWalk.isNode(node)) {
      NodeFields.of(node.getClass()).forEach(field -> add(NodeFields.value(field, node), children));
    }
    return children;
  }

  private static void add(@Nullable Object value, List<Object> children) {
    switch (value) {
      case null -> {
        // Nothing was written there.
      }
      case Object[] items -> {
        for (Object item : items) {
          add(item, children);
        }
      }
      case Map<?, ?> map -> map.values().forEach(item -> add(item, children));
      default -> {
        if (value instanceof Collection<?> || TreeWalk.isNode(value)) {
          children.add(value);
        }
      }
    }
  }
}
