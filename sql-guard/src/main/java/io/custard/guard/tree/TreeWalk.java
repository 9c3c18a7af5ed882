package io.custard.guard.tree;

import io.custard.guard.tree.WithNames.Visit;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/**
 * Visits every object of a syntax tree and stops at the first that is not allowed.
 *
 * <p>The walk reads fields, so it meets what the parser stored, not what some visitor thinks of
 * showing. A class or a non-empty field that is not listed ends it. It keeps its own stack: long
 * chains of operators are deep trees. One instance walks one tree.
 */
public final class TreeWalk {
  private final AllowedNodes allowed;
  private final Naming naming;
  private final NamesRead read;
  // The parser links some nodes back to their owners, so a tree may contain circles.
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Visit> open = new ArrayDeque<>();

  /**
   * A walk for one tree.
   *
   * @param naming the server's names behind a name in the tree
   * @param wholeRow whether a column of this name may be a function that gets the whole row
   */
  public TreeWalk(AllowedNodes allowed, Naming naming, Predicate<String> wholeRow) {
    this.allowed = allowed;
    this.naming = naming;
    this.read = new NamesRead(naming, wholeRow);
  }

  /**
   * Something the statement may not contain.
   *
   * @param what {@code Class} or {@code Class.field} of the parser
   * @param nearestName the stand-in that begins nearest to it, to say where it is
   */
  public record Forbidden(String what, Optional<String> nearestName) {}

  /** The first thing found that is not allowed. */
  public Optional<Forbidden> firstForbidden(Object root) {
    push(root, WithNames.NONE);
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      Optional<String> forbidden = visit(visit.node(), visit.names());
      if (forbidden.isPresent()) {
        return Optional.of(new Forbidden(forbidden.get(), FirstStandIn.inside(visit.node())));
      }
    }
    return Optional.empty();
  }

  /** The relations and columns met. */
  public NamesRead names() {
    return read;
  }

  private Optional<String> visit(Object node, WithNames names) {
    switch (node) {
      case Collection<?> items -> {
        items.forEach(item -> push(item, names));
        // The parser's own lists are nodes too.
        return isPlain(items) ? Optional.empty() : visitFields(items, names);
      }
      case Map<?, ?> map -> map.entrySet().forEach(entry -> push(entry, names));
      case Map.Entry<?, ?> entry -> {
        push(entry.getKey(), names);
        push(entry.getValue(), names);
      }
      case Object[] items -> {
        for (Object item : items) {
          push(item, names);
        }
      }
      default -> {
        return isLeaf(node) ? Optional.empty() : visitFields(node, names);
      }
    }
    return Optional.empty();
  }

  private Optional<String> visitFields(Object node, WithNames names) {
    Class<?> type = node.getClass();
    if (!allowed.allows(type)) {
      return Optional.of(type.getSimpleName());
    }
    if (node instanceof SelectItem<?> item && hasColumns(item.getAlias())) {
      return Optional.of("SelectItem.alias");
    }
    read.meet(node, names.inside(node, naming));
    names.queries(node, naming).forEach(query -> push(query.node(), query.names()));
    for (Field field : NodeFields.of(type)) {
      Object value = NodeFields.value(field, node);
      if (isEmpty(value)) {
        continue;
      }
      if (!allowed.allows(type, field.getName())) {
        return Optional.of(type.getSimpleName() + "." + field.getName());
      }
      if (!field.getName().equals("withItemsList") && !isQualifier(node, value)) {
        push(value, names.inside(node, naming));
      }
    }
    return Optional.empty();
  }

  // Only a relation's alias has columns; behind a result it would be a call in disguise.
  private static boolean hasColumns(@Nullable Alias alias) {
    return alias != null && !isEmpty(alias.getAliasColumns());
  }

  // The parser keeps the t of t.x and t.* as a table; it is an alias or a relation named in FROM.
  private static boolean isQualifier(Object node, @Nullable Object value) {
    return value instanceof Table && (node instanceof Column || node instanceof AllTableColumns);
  }

  private void push(@Nullable Object node, WithNames names) {
    if (node != null && (isLeaf(node) || seen.add(node))) {
      open.push(new Visit(node, names));
    }
  }

  /** Whether a value is a node of the parser's, rather than a text, a number or a plain list. */
  static boolean isNode(Object value) {
    return !isLeaf(value) && !isPlain(value);
  }

  private static boolean isPlain(Object items) {
    return items.getClass().getName().startsWith("java.");
  }

  private static boolean isLeaf(Object node) {
    return node instanceof CharSequence
        || node instanceof Number
        || node instanceof Boolean
        || node instanceof Character
        || node instanceof Enum<?>;
  }

  // Nothing was written there: absent, off, zero, or an empty list.
  private static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Boolean flag -> !flag;
      case Integer number -> number == 0;
      case CharSequence text -> text.isEmpty();
      case Collection<?> items -> items.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }
}
