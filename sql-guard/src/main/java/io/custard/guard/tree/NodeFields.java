package io.custard.guard.tree;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.parser.Node;
import org.jspecify.annotations.Nullable;

/** The instance fields of the parser's node classes, superclasses included. */
final class NodeFields {
  private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

  private NodeFields() {}

  static List<Field> of(Class<?> type) {
    return FIELDS.computeIfAbsent(type, NodeFields::read);
  }

  static @Nullable Object value(Field field, Object node) {
    try {
      return field.get(node);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Field> read(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> level = type;
        level != null && !level.getName().startsWith("java.");
        level = level.getSuperclass()) {
      for (Field field : level.getDeclaredFields()) {
        if (holdsContent(field)) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return List.copyOf(fields);
  }

  // A field of type Node links back to the parser's own bookkeeping.
  private static boolean holdsContent(Field field) {
    return !Modifier.isStatic(field.getModifiers())
        && !field.isSynthetic()
        && !Node.class.isAssignableFrom(field.getType());
  }
}
