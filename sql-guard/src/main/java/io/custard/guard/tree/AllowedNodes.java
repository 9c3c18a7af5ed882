package io.custard.guard.tree;

import io.custard.guard.text.WordLists;
import java.util.Map;
import java.util.Set;

/**
 * The classes of the syntax tree a dialect allows, each with the fields that may hold anything.
 *
 * <p>Held as a word list: a section per class, named relative to {@code net.sf.jsqlparser}, with
 * the allowed fields as words.
 */
public record AllowedNodes(Map<String, Set<String>> fieldsByClass) {
  private static final String ROOT = "net.sf.jsqlparser.";

  public static AllowedNodes load(String file) {
    return new AllowedNodes(WordLists.load(file).sections());
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
