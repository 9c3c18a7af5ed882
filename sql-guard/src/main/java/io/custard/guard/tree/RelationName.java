package io.custard.guard.tree;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a relation's name so that a dot inside a part cannot pass for a separator. */
final class RelationName {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  private RelationName() {}

  static String of(List<String> parts) {
    return parts.stream()
        .map(part -> PLAIN.matcher(part).matches() ? part : quoted(part))
        .collect(Collectors.joining("."));
  }

  private static String quoted(String part) {
    return "\"" + part.replace("\"", "\"\"") + "\"";
  }
}
