package io.custard.guard.postgresql;

import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.WordLists;
import java.util.Set;

/**
 * PostgreSQL's key words, in the terms of its own grammar.
 *
 * <p>A reserved word is never a name unless it follows a dot or AS. The other classes may be names,
 * so the place decides.
 */
public final class PostgresKeywords {
  private static final WordLists WORDS = WordLists.load("postgresql/keywords.txt");
  private static final Set<String> RESERVED = WORDS.section("reserved");
  private static final Set<String> COLUMN = WORDS.section("column");
  private static final Set<String> TYPE_OR_FUNCTION = WORDS.section("type-or-function");
  private static final Set<String> ALL = WORDS.all();

  // Reserved words that are complete expressions, so that an operator after them has two sides.
  private static final Set<String> VALUES =
      Set.of(
          "null",
          "true",
          "false",
          "end",
          "default",
          "user",
          "current_catalog",
          "current_date",
          "current_role",
          "current_time",
          "current_timestamp",
          "current_user",
          "localtime",
          "localtimestamp",
          "session_user",
          "system_user");

  private PostgresKeywords() {}

  /** A key word of any class, written without quotes. */
  public static boolean isKeyword(Token token) {
    return token.kind() == TokenKind.WORD && ALL.contains(token.name());
  }

  public static boolean isReserved(Token token) {
    return token.kind() == TokenKind.WORD && RESERVED.contains(token.name());
  }

  /** A key word that may name a function or a type, but no column, such as LEFT. */
  public static boolean isTypeOrFunction(Token token) {
    return token.kind() == TokenKind.WORD && TYPE_OR_FUNCTION.contains(token.name());
  }

  /** A key word that may name a column, but neither a function nor a type of the user. */
  public static boolean isColumnKeyword(Token token) {
    return token.kind() == TokenKind.WORD && COLUMN.contains(token.name());
  }

  /** A reserved word that is a value by itself, such as NULL. */
  public static boolean isValue(Token token) {
    return token.kind() == TokenKind.WORD && VALUES.contains(token.name());
  }
}
