package io.custard.guard.tree;

import io.custard.guard.text.Skeleton;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds where in the text a node of the tree stands: by the first name inside it. */
final class FirstStandIn {
  private static final int MOST_NODES = 200;

  private FirstStandIn() {}

  static Optional<String> inside(Object node) {
    Set<String> names = new TreeSet<>(Comparator.comparingInt(Skeleton::tokenOf));
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>();
    open.push(node);
    while (!open.isEmpty() && seen.size() < MOST_NODES) {
      Object next = open.pop();
      if (next instanceof String text) {
        if (Skeleton.tokenOf(text) >= 0) {
          names.add(text);
        }
      } else if (seen.add(next)) {
        parts(next, open);
      }
    }
    return names.stream().findFirst();
  }

  private static void parts(Object node, Deque<Object> open) {
    if (node instanceof Collection<?> items) {
      items.stream().filter(item -> item != null).forEach(open::push);
    }
    if (!node.getClass().getName().startsWith("net.sf.jsqlparser.") || node instanceof Enum<?>) {
      return;
    }
    for (Field field : NodeFields.of(node.getClass())) {
      Object value = NodeFields.value(field, node);
      if (value != null) {
        open.push(value);
      }
    }
  }
}
