package io.custard.guard.mysql;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where the parts of a statement end that hold no expression and that the parser need not see:
 * types, index hints, the columns of JSON_TABLE. Each answer is the index behind the part, or -1 if
 * there is anything in it that such a part cannot hold.
 */
final class MySqlRanges {
  private static final Set<String> TYPE_WORDS =
      Set.of(
          ("array ascii bigint binary bit blob bool boolean byte char character charset collate date"
                  + " datetime dec decimal double fixed float geometry geometrycollection inet4"
                  + " inet6 int integer json linestring long longblob longtext mediumblob mediumint"
                  + " mediumtext multilinestring multipoint multipolygon national nchar numeric"
                  + " nvarchar point polygon precision real set signed smallint text time timestamp"
                  + " tinyblob tinyint tinytext unicode unsigned uuid varbinary varchar varying"
                  + " vector year zerofill")
              .split(" ", -1));
  private static final Set<String> BEFORE_NAME = Set.of("set", "charset", "collate");
  private static final Set<String> JSON_VALUE_WORDS =
      Set.of("returning", "default", "null", "error", "on", "empty");
  private static final Set<String> HINTED_CLAUSES = Set.of("join", "order", "group", "by");

  private MySqlRanges() {}

  /** A type of CAST or CONVERT, such as {@code CHAR(10) CHARACTER SET utf8mb4}. */
  static int typeEnd(Statement statement, int from) {
    int at = from;
    while (isOneOf(statement.at(at), TYPE_WORDS)) {
      boolean named = isOneOf(statement.at(at), BEFORE_NAME);
      at += named ? 2 : 1;
      if (statement.at(at).isMark("(") && holdsOnly(statement, at, MySqlRanges::isNumberPart)) {
        at = statement.partner(at) + 1;
      }
    }
    return at == from ? -1 : at;
  }

  /** {@code USE INDEX FOR JOIN (a, b)}, from the USE, FORCE or IGNORE at {@code from}. */
  static int indexHintEnd(Statement statement, int from) {
    int at = from + 1;
    if (!statement.at(at).isWord("index") && !statement.at(at).isWord("key")) {
      return -1;
    }
    at++;
    if (statement.at(at).isWord("for")) {
      at++;
      while (isOneOf(statement.at(at), HINTED_CLAUSES)) {
        at++;
      }
    }
    return namesEnd(statement, at);
  }

  /** A list of names in parentheses. */
  static int namesEnd(Statement statement, int open) {
    return statement.at(open).isMark("(")
            && holdsOnly(statement, open, token -> token.isNamed() || token.isMark(","))
        ? statement.partner(open) + 1
        : -1;
  }

  /** {@code COLUMNS (name type PATH '...' ...)} of JSON_TABLE, from the word COLUMNS on. */
  static int jsonColumnsEnd(Statement statement, int from) {
    int close = statement.partner(from + 1);
    for (int i = from + 2; i < close; i++) {
      Token token = statement.at(i);
      boolean opens =
          token.isMark("(")
              && (isOneOf(statement.at(i - 1), TYPE_WORDS)
                  || statement.at(i - 1).isWord("columns"));
      if (!opens && !token.isMark(")") && !token.isNamed() && !isLiteralPart(token)) {
        return -1;
      }
    }
    return close + 1;
  }

  /** {@code RETURNING type DEFAULT 1 ON EMPTY} at the end of JSON_VALUE. */
  static int jsonValueTailEnd(Statement statement, int from) {
    int at = from;
    while (true) {
      int type = typeEnd(statement, at);
      if (type > 0) {
        at = type;
      } else if (isOneOf(statement.at(at), JSON_VALUE_WORDS)
          || (isLiteralPart(statement.at(at)) && !statement.at(at).isMark(","))) {
        at++;
      } else {
        return at == statement.partner(statement.enclosing(from)) ? at : -1;
      }
    }
  }

  /** {@code LIMIT 1, 2} at the end of GROUP_CONCAT. */
  static int limitEnd(Statement statement, int from) {
    int close = statement.partner(statement.enclosing(from));
    for (int i = from + 1; i < close; i++) {
      if (!isNumberPart(statement.at(i)) && !statement.at(i).isWord("offset")) {
        return -1;
      }
    }
    return close;
  }

  private static boolean holdsOnly(Statement statement, int open, Predicate<Token> part) {
    for (int i = open + 1; i < statement.partner(open); i++) {
      if (!part.test(statement.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumberPart(Token token) {
    return token.kind() == TokenKind.NUMBER || token.isMark(",");
  }

  private static boolean isLiteralPart(Token token) {
    return token.kind() == TokenKind.STRING
        || isNumberPart(token)
        || token.isMark("-")
        || token.isMark("+");
  }

  private static boolean isOneOf(Token token, Set<String> words) {
    return token.kind() == TokenKind.WORD && words.contains(token.name());
  }
}
