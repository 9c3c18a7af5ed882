package io.custard.guard.trino;

import io.custard.guard.standard.ContextWords;
import io.custard.guard.standard.Keywords;
import io.custard.guard.standard.OperandSkeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Rewrites the clauses of JSON_VALUE and its like to plain lists of their expressions:
 *
 * <ul>
 *   <li>PASSING, VALUE and the colon read as a comma, DEFAULT reads {@code ||}, KEY is left out;
 *   <li>FORMAT, RETURNING with its type, WRAPPER, QUOTES, UNIQUE KEYS, {@code ... ON ERROR} and
 *       names behind AS are left out: they hold no expression;
 *   <li>{@code COLUMNS (name type PATH '...' DEFAULT e ON EMPTY)} reads {@code , (1 || e)}.
 * </ul>
 */
abstract class JsonSkeleton extends OperandSkeleton {
  private static final Set<String> CALLS =
      Set.of("json_value", "json_query", "json_exists", "json_object", "json_array", "json_table");
  private static final Set<String> WRAPPER_WORDS =
      Set.of("conditional", "unconditional", "array", "wrapper", "unique", "keys");
  private static final Set<String> BEHAVIOURS =
      Set.of("null", "error", "absent", "true", "false", "unknown");

  protected JsonSkeleton(Statement statement, Keywords keywords, ContextWords words) {
    super(statement, keywords, words);
  }

  @Override
  protected int next(int at) {
    int open = statement.enclosing(at);
    int end = isColumns(open) ? column(at) : isCall(open) ? clause(at) : -1;
    return end >= 0 ? end : super.next(at);
  }

  private boolean isCall(int open) {
    Token called = statement.at(open - 1);
    return open > 0 && called.kind() == TokenKind.WORD && CALLS.contains(called.name());
  }

  private boolean isColumns(int open) {
    int outer = statement.enclosing(open);
    return open > 0
        && statement.at(open - 1).isWord("columns")
        && (isCall(outer) || isColumns(outer));
  }

  // One token at the level of COLUMNS: a definition starts behind a parenthesis or a comma.
  private int column(int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    boolean starts = before.isMark("(") || before.isMark(",");
    if (starts && token.isWord("nested")) {
      return put("1", at, at + 1);
    }
    if (starts && token.isNamed()) {
      boolean ordinal = statement.at(at + 1).isWord("for");
      return put("1", at, ordinal ? at + 3 : typeEnd(at + 1));
    }
    if (token.isWord("path") && endsOperand(at - 1)) {
      return at + 2;
    }
    boolean path = token.kind() == TokenKind.STRING && before.isWord("nested");
    return path ? at + 1 : clause(at);
  }

  private int clause(int at) {
    Token token = statement.at(at);
    if (token.isMark(":")) {
      return put(",", at, at + 1);
    }
    if (token.kind() != TokenKind.WORD || statement.at(at - 1).isMark(".")) {
      return -1;
    }
    Token after = statement.at(at + 1);
    if (BEHAVIOURS.contains(token.name()) && after.isWord("on") && isEvent(at + 2)) {
      return at + 3;
    }
    if (token.isWord("key")) {
      return isKey(at) ? at + 1 : -1;
    }
    return endsOperand(at - 1) ? clauseBehindOperand(token, after, at) : -1;
  }

  private int clauseBehindOperand(Token token, Token after, int at) {
    return switch (token.name()) {
      case "passing" -> put(",", at, at + 1);
      case "value" -> isInObject(at) ? put(",", at, at + 1) : -1;
      case "columns" -> after.isMark("(") ? put(",", at, at + 1) : -1;
      case "default" -> put("||", at, at + 1);
      case "as" -> after.isNamed() ? at + 2 : -1;
      case "on" -> isEvent(at + 1) ? at + 2 : -1;
      case "format" -> after.isWord("json") ? formatEnd(at) : -1;
      case "returning" -> typeEnd(at + 1);
      case "with", "without" -> wordsEnd(at + 1);
      case "keep", "omit" -> after.isWord("quotes") ? quotesEnd(at) : -1;
      case "empty" -> statement.at(at + 2).isWord("on") && isEvent(at + 3) ? at + 4 : -1;
      default -> -1;
    };
  }

  // JSON_OBJECT(KEY e VALUE e); without KEY the word is a column.
  private boolean isKey(int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    boolean starts = before.isMark("(") || before.isMark(",");
    boolean operand = after.kind() == TokenKind.STRING || (after.isNamed() && !isValueOf(at + 1));
    return starts && operand && isInObject(at);
  }

  private boolean isInObject(int at) {
    return statement.at(statement.enclosing(at) - 1).isWord("json_object");
  }

  private boolean isValueOf(int at) {
    return statement.at(at).isWord("value") && !statement.at(at + 1).isWord("value");
  }

  private boolean isEvent(int at) {
    Token token = statement.at(at);
    return token.isWord("empty") || token.isWord("error") || token.isWord("null");
  }

  private int formatEnd(int at) {
    return statement.at(at + 2).isWord("encoding") ? at + 4 : at + 2;
  }

  private int quotesEnd(int at) {
    return statement.at(at + 2).isWord("on") && statement.at(at + 3).isWord("scalar")
        ? at + 5
        : at + 2;
  }

  private int wordsEnd(int from) {
    int at = from;
    while (WRAPPER_WORDS.contains(statement.at(at).name())) {
      at++;
    }
    return at;
  }

  @Override
  protected int typeEnd(int from) {
    int at = statement.at(from + 1).isWord("precision") ? from + 2 : from + 1;
    if (statement.at(at).isMark("(") && !holdsQuery(at, statement.partner(at))) {
      at = statement.partner(at) + 1;
    }
    boolean zone = statement.at(at + 1).isWord("time") && statement.at(at + 2).isWord("zone");
    return zone ? at + 3 : at;
  }
}
