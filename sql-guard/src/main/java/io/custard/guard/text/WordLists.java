package io.custard.guard.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lists of words held as a resource file: sections headed {@code [name]}, words between blanks,
 * {@code #} starts a comment line.
 */
public record WordLists(Map<String, Set<String>> sections) {

  /** Reads a file below {@code io/custard/guard/}; a missing file is a broken build. */
  public static WordLists load(String file) {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    Set<String> section = new TreeSet<>();
    for (String line : lines("/io/custard/guard/" + file)) {
      if (line.startsWith("[")) {
        section = new TreeSet<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        section.addAll(List.of(line.strip().split("\\s+", -1)));
      }
    }
    return new WordLists(sections);
  }

  /** The words of one section. */
  public Set<String> section(String name) {
    Set<String> words = sections.get(name);
    if (words == null) {
      throw new IllegalArgumentException("no section " + name);
    }
    return Set.copyOf(words);
  }

  /** The words of all sections together. */
  public Set<String> all() {
    return sections.values().stream()
        .flatMap(Collection::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> lines(String resource) {
    try (InputStream file = WordLists.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
