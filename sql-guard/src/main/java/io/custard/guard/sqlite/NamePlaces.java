package io.custard.guard.sqlite;

import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The places where SQLite's grammar has room for a name but none for a literal: beside a dot, in
 * FROM, behind AS, IN, COLLATE, OVER and their like, in USING, and directly behind a complete
 * operand, where it is an alias.
 *
 * <p>A literal that is not found here stays one, and the parser does not take it for a name.
 */
final class NamePlaces {
  private static final Set<String> BEFORE_NAME =
      Set.of("join", "as", "in", "collate", "over", "window", "with", "recursive", "indexed by");
  private static final Set<String> END_OF_FROM =
      Set.of(
          "select",
          "where",
          "group",
          "having",
          "order",
          "limit",
          "window",
          "union",
          "except",
          "intersect",
          "values",
          "with");
  private static final Token NOTHING = new Token(TokenKind.PUNCTUATION, "", "", 0);

  /** What a comma at one level of parentheses separates. */
  private enum Level {
    RELATIONS,
    NAMES,
    OTHER
  }

  private final List<Token> tokens;
  private final Keywords keywords;
  private final boolean[] places;

  NamePlaces(List<Token> tokens, Keywords keywords) {
    this.tokens = tokens;
    this.keywords = keywords;
    this.places = new boolean[tokens.size()];
    find();
  }

  boolean isNamePlace(int at) {
    return places[at];
  }

  private void find() {
    Deque<Level> levels = new ArrayDeque<>(List.of(Level.OTHER));
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      places[i] = startsItem(i, levels.peek()) || followsNameWord(i) || isAlias(i) || isByDot(i);
      if (token.isMark("(")) {
        levels.push(inside(i, levels.peek()));
      } else if (token.isMark(")") && levels.size() > 1) {
        levels.pop();
      } else if (token.kind() == TokenKind.WORD && !at(i - 1).isMark(".")) {
        if (startsFrom(i) || token.isWord("join")) {
          replace(levels, Level.RELATIONS);
        } else if (END_OF_FROM.contains(token.name())) {
          replace(levels, Level.OTHER);
        }
      }
    }
  }

  private static void replace(Deque<Level> levels, Level level) {
    levels.pop();
    levels.push(level);
  }

  // In FROM parentheses may group relations.
  private Level inside(int at, Level level) {
    if (at(at - 1).isWord("using")) {
      return Level.NAMES;
    }
    return startsItem(at, level) ? Level.RELATIONS : Level.OTHER;
  }

  private boolean startsItem(int at, Level level) {
    Token before = at(at - 1);
    return level != Level.OTHER
        && (before.isMark(",")
            || before.isMark("(")
            || startsFrom(at - 1)
            || before.isWord("join"));
  }

  // IS DISTINCT FROM compares.
  private boolean startsFrom(int at) {
    return at(at).isWord("from") && !at(at - 1).isWord("distinct");
  }

  private boolean followsNameWord(int at) {
    Token before = at(at - 1);
    return before.kind() == TokenKind.WORD
        && (BEFORE_NAME.contains(before.name())
            || BEFORE_NAME.contains(at(at - 2).name() + " " + before.name()));
  }

  private boolean isByDot(int at) {
    return at(at - 1).isMark(".") || at(at + 1).isMark(".");
  }

  private boolean isAlias(int at) {
    Token before = at(at - 1);
    return switch (before.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case PUNCTUATION -> before.isMark(")");
      case OPERATOR -> false;
      case WORD -> !keywords.isKeyword(before) || keywords.isValue(before);
    };
  }

  private Token at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
  }
}
