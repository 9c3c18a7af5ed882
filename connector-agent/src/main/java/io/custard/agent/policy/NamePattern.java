package io.custard.agent.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a table or column, such as {@code sales.orders}, {@code sales.*} or {@code
 * sales.orders.total}. Parts are compared without regard to case, because some servers do not tell
 * cases apart; a part in double quotes may hold a dot.
 */
public record NamePattern(List<String> parts) {
  static final String ANY = "*";

  public NamePattern {
    parts = List.copyOf(parts);
  }

  /** Reads a name with this many parts; empty if it has another form. */
  static Optional<NamePattern> parse(String text, int parts) {
    List<String> read = split(text);
    boolean whole = read.size() == parts && read.stream().noneMatch(String::isBlank);
    return whole ? Optional.of(new NamePattern(read)) : Optional.empty();
  }

  /** Whether a name of as many parts is meant. */
  boolean matches(List<String> name) {
    return name.size() == parts.size() && matchesStart(name);
  }

  /** Whether the first parts of a name are meant. */
  boolean matchesStart(List<String> name) {
    for (int i = 0; i < name.size(); i++) {
      if (!parts.get(i).equals(ANY) && !parts.get(i).equals(folded(name.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether whatever this means is meant by the other one too, which may stop at the table. */
  boolean isWithin(NamePattern other) {
    for (int i = 0; i < other.parts.size(); i++) {
      if (!other.parts.get(i).equals(ANY) && !other.parts.get(i).equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The parts of a name as the guard reports it. */
  public static List<String> split(String name) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < name.length() && name.charAt(i + 1) == '"';
        if (doubled) {
          part.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == '.' && !quoted) {
        parts.add(folded(part.toString()));
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(folded(part.toString()));
    return parts;
  }

  private static String folded(String part) {
    return part.toLowerCase(Locale.ROOT);
  }
}
