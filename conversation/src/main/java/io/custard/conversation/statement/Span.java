package io.custard.conversation.statement;

import io.custard.guard.text.Statement;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some tokens of a statement that stand in the same brackets.
 *
 * @param to behind the last
 */
public record Span(int from, int to) {
  private static final Set<String> DISJUNCTIONS = Set.of("or", "xor");

  boolean isEmpty() {
    return to <= from;
  }

  int size() {
    return to - from;
  }

  boolean contains(int token) {
    return token >= from && token < to;
  }

  /** Without the parentheses that enclose all of it. */
  Span bare(Statement tokens) {
    Span inner = this;
    while (inner.size() > 2
        && tokens.at(inner.from).isMark("(")
        && tokens.partner(inner.from) == inner.to - 1) {
      inner = new Span(inner.from + 1, inner.to - 1);
    }
    return inner;
  }

  /** Its parts between commas. */
  List<Span> items(Statement tokens) {
    List<Span> items = new ArrayList<>();
    int start = from;
    for (int i = from; i < to; i++) {
      if (tokens.at(i).isMark(",") && isOutside(tokens, i)) {
        items.add(new Span(start, i));
        start = i + 1;
      }
    }
    if (!isEmpty()) {
      items.add(new Span(start, to));
    }
    return items;
  }

  /** The conditions that must all hold; one that offers alternatives is whole. */
  List<Span> conjuncts(Statement tokens) {
    if (isEmpty()) {
      return List.of();
    }
    Span inner = bare(tokens);
    List<Span> parts = inner.isDisjunction(tokens) ? List.of() : inner.ands(tokens);
    return parts.size() < 2
        ? List.of(this)
        : parts.stream().flatMap(part -> part.conjuncts(tokens).stream()).toList();
  }

  /** Whether it has to stand in parentheses beside other conditions. */
  boolean isDisjunction(Statement tokens) {
    for (int i = from; i < to; i++) {
      boolean or =
          tokens.at(i).kind() == TokenKind.WORD && DISJUNCTIONS.contains(tokens.at(i).name());
      // In MySQL these are OR and AND.
      boolean mark = tokens.at(i).isMark("||") || tokens.at(i).isMark("&&");
      if ((or || mark) && isOutside(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** Both sides of its only OR; empty if it has not exactly one. */
  List<Span> alternatives(Statement tokens) {
    List<Span> sides = new ArrayList<>();
    int start = from;
    for (int i = from; i < to; i++) {
      if (isOutside(tokens, i) && tokens.at(i).isWord("or")) {
        sides.add(new Span(start, i));
        start = i + 1;
      }
    }
    sides.add(new Span(start, to));
    return sides.size() == 2 ? sides : List.of();
  }

  private List<Span> ands(Statement tokens) {
    List<Span> parts = new ArrayList<>();
    int start = from;
    int cases = 0;
    boolean between = false;
    for (int i = from; i < to; i++) {
      if (!isOutside(tokens, i) || tokens.at(i).kind() != TokenKind.WORD) {
        continue;
      }
      switch (tokens.at(i).name()) {
        case "case" -> cases++;
        case "end" -> cases--;
        case "between" -> between = true;
        case "and" -> {
          if (cases == 0 && !between) {
            parts.add(new Span(start, i));
            start = i + 1;
          }
          between = false;
        }
        default -> {
          // A part of a condition.
        }
      }
    }
    parts.add(new Span(start, to));
    return parts;
  }

  /** Whether a token stands in no brackets that open inside. */
  boolean isOutside(Statement tokens, int at) {
    return tokens.enclosing(at) == tokens.enclosing(from);
  }
}
