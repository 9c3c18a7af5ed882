package io.custard.guard.clickhouse;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/** What the tokens around a word of ClickHouse say about it, whatever the others are. */
final class ClickHousePlaces {
  private static final Set<String> JOINS =
      Set.of(
          "global", "local", "any", "all", "asof", "semi", "anti", "left", "right", "full", "inner",
          "cross", "outer", "paste", "only", "array");
  private static final Set<String> UNITS =
      Set.of(
          ("nanosecond microsecond millisecond second minute hour day week month quarter year"
                  + " nanoseconds microseconds milliseconds seconds minutes hours days weeks months"
                  + " quarters years")
              .split(" ", -1));
  private static final Set<String> WORDY =
      Set.of("trim", "substring", "overlay", "position", "extract", "ltrim", "rtrim");

  private final Statement statement;

  ClickHousePlaces(Statement statement) {
    this.statement = statement;
  }

  static boolean isUnit(Token token) {
    return token.kind() == TokenKind.WORD && UNITS.contains(token.name());
  }

  /** A word that may stand before JOIN. */
  static boolean isModifier(Token token) {
    return token.kind() == TokenKind.WORD && JOINS.contains(token.name());
  }

  /** {@code SELECT a, FROM t}: a comma before FROM that separates nothing. */
  boolean isTrailingComma(int at) {
    Token name = statement.at(at + 2);
    return statement.at(at).isMark(",")
        && statement.at(at + 1).isWord("from")
        && (name.isNamed() || name.isMark("("));
  }

  /** The directly enclosing parentheses are those of this word. */
  boolean isIn(int at, String word) {
    int open = statement.enclosing(at);
    return open > 0 && statement.at(open - 1).isWord(word);
  }

  /** Between the arguments of TRIM, SUBSTRING and their like stand words instead of commas. */
  boolean isWordyArgument(int at) {
    int open = statement.enclosing(at);
    Token called = statement.at(open - 1);
    return open > 0 && called.kind() == TokenKind.WORD && WORDY.contains(called.name());
  }

  /** The index of the JOIN that ends the modifiers from {@code at} on, or -1. */
  int joinBehind(int at) {
    int i = at;
    while (statement.at(i).kind() == TokenKind.WORD && JOINS.contains(statement.at(i).name())) {
      i++;
    }
    return statement.at(i).isWord("join") ? i : -1;
  }

  /** A star that stands for columns and is no multiplication. */
  boolean isStar(int at) {
    Token before = statement.at(at - 1);
    return statement.at(at).isMark("*")
        && (before.isMark(".")
            || before.isMark("(")
            || before.isMark(",")
            || before.isWord("select")
            || before.isWord("distinct")
            || statement.at(statement.partner(at - 1) - 1).isWord("on"));
  }

  /** A word that changes the columns of a star: EXCEPT, REPLACE, APPLY. */
  boolean isTransformer(int at) {
    Token before = statement.at(at - 1);
    if (before.isWord("strict") || statement.at(at).isWord("strict")) {
      return before.isWord("strict") || before.isWord("except") || before.isWord("replace");
    }
    if (isStar(at - 1)) {
      return true;
    }
    int open = statement.partner(at - 1);
    Token called = statement.at(open - 1);
    if (before.isMark(")") && open > 0) {
      return called.isWord("columns")
          || ((called.isWord("except") || called.isWord("replace") || called.isWord("apply"))
              && isTransformer(open - 1));
    }
    return before.isNamed()
        && (statement.at(at - 2).isWord("except") || statement.at(at - 2).isWord("apply"))
        && isTransformer(at - 2);
  }

  // Somewhere before, on this level, stands WITH FILL.
  boolean isFill(int at) {
    int open = statement.enclosing(at);
    for (int i = at - 1; i > open; i--) {
      if (statement.at(i).isWord("fill") && statement.at(i - 1).isWord("with")) {
        return true;
      }
    }
    return false;
  }

  // INTERVAL a + b DAY
  boolean hasUnit(int at) {
    int open = statement.enclosing(at);
    for (int i = at + 2; i < statement.size() && !statement.at(i).isMark(","); i++) {
      if (statement.enclosing(i) == open && isUnit(statement.at(i))) {
        return !isOperatorOrMark(statement.at(i - 1)) || statement.at(i - 1).isMark(")");
      }
      if (i == statement.partner(open) || statement.at(i).isWord("from")) {
        return false;
      }
    }
    return false;
  }

  static boolean isFrameWord(Token token) {
    return token.isWord("rows") || token.isWord("range") || token.isWord("groups");
  }

  boolean isFrame(int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return before.isWord("current")
        || after.isWord("between")
        || after.isWord("unbounded")
        || after.isWord("current")
        || (statement.at(at).isWord("rows") && after.kind() == TokenKind.NUMBER)
        || after.isWord("only")
        || after.isWord("fetch");
  }

  static boolean opens(Token token) {
    return token.isMark("(");
  }

  // An expression could not go on with a clause here: the word before is a name.
  static boolean isOperatorOrMark(Token token) {
    boolean operand = token.isMark("(") || token.isMark("[") || token.isMark("{");
    return token.text().isEmpty()
        || token.kind() == TokenKind.OPERATOR
        || (token.kind() == TokenKind.PUNCTUATION && !operand);
  }
}
