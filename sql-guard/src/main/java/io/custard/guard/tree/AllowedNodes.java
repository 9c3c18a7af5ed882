package io.custard.guard.tree;

import io.custard.guard.text.WordLists;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes of the syntax tree a dialect allows, each with the fields that may hold anything.
 *
 * <p>Held as a word list: a section per class, named relative to {@code net.sf.jsqlparser}, with
 * the allowed fields as words.
 */
public record AllowedNodes(Map<String, Set<String>> fieldsByClass) {
  private static final String ROOT = "net.sf.jsqlparser.";

  /** The classes in these files; a class in several of them may have the fields of each. */
  public static AllowedNodes load(String... files) {
    Map<String, Set<String>> all = new TreeMap<>();
    for (String file : files) {
      WordLists.load(file)
          .sections()
          .forEach(
              (type, fields) -> all.computeIfAbsent(type, none -> new TreeSet<>()).addAll(fields));
    }
    return new AllowedNodes(all);
  }

  boolean allows(Class<?> node) {
    return fieldsByClass.containsKey(shortName(node));
  }

  boolean allows(Class<?> node, String field) {
    return fieldsByClass.getOrDefault(shortName(node), Set.of()).contains(field);
  }

  static String shortName(Class<?> node) {
    return node.getName().startsWith(ROOT)
        ? node.getName().substring(ROOT.length())
        : node.getName();
  }
}
