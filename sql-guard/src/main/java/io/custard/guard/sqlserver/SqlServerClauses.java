package io.custard.guard.sqlserver;

import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.BitSet;
import java.util.Set;

/**
 * Clauses of SQL Server that hold no expression: they are checked here word by word and left out of
 * what the parser sees. A clause that holds anything else is none of these, and is refused.
 *
 * <ul>
 *   <li>{@code WITH ROLLUP}, {@code WITH CUBE}, {@code WITH XMLNAMESPACES (...)};
 *   <li>{@code OPENJSON(...) WITH (column type '$.path' AS JSON)};
 *   <li>{@code FOR XML ...}, {@code FOR JSON ...} at the end of a query;
 *   <li>{@code FOR SYSTEM_TIME AS OF '...'} and its other forms with literals;
 *   <li>{@code TABLESAMPLE SYSTEM (10 PERCENT) REPEATABLE (5)};
 *   <li>table hints and query hints, see {@link SqlServerHints}.
 * </ul>
 */
final class SqlServerClauses {
  private static final Set<String> JSON_WORDS =
      Set.of("auto", "path", "root", "include_null_values", "without_array_wrapper");
  private static final Set<String> XML_WORDS =
      Set.of(
          "auto",
          "path",
          "raw",
          "explicit",
          "root",
          "type",
          "elements",
          "xsinil",
          "absent",
          "binary",
          "base64",
          "xmldata",
          "xmlschema");
  private static final Set<String> MODES = Set.of("auto", "path", "raw", "explicit");

  private final Statement statement;

  private SqlServerClauses(Statement statement) {
    this.statement = statement;
  }

  /** The index behind the clause that starts at {@code at}; {@code at} itself if there is none. */
  static int end(Statement statement, int at) {
    int end = statement.at(at - 1).isMark(".") ? -1 : new SqlServerClauses(statement).end(at);
    return Math.max(at, end);
  }

  /** The tokens that are part of such a clause. */
  static BitSet covered(Statement statement) {
    BitSet covered = new BitSet(statement.size());
    int at = 0;
    while (at < statement.size()) {
      int end = end(statement, at);
      covered.set(at, end);
      at = Math.max(end, at + 1);
    }
    return covered;
  }

  private int end(int at) {
    Token token = statement.at(at);
    if (token.isMark("(")) {
      return SqlServerHints.followTable(statement, at) ? statement.partner(at) + 1 : -1;
    }
    if (token.kind() != TokenKind.WORD) {
      return -1;
    }
    return switch (token.name()) {
      case "with" -> with(at);
      case "for" -> forClause(at);
      case "tablesample" -> sample(at);
      case "option" -> option(at);
      default -> -1;
    };
  }

  // Nothing of the statement follows its query hints: what does is a statement of its own.
  private int option(int at) {
    boolean last = statement.partner(at + 1) == statement.size() - 1;
    return last && SqlServerHints.areQueryHints(statement, at + 1) ? statement.size() : -1;
  }

  private int with(int at) {
    Token after = statement.at(at + 1);
    if ((after.isWord("rollup") || after.isWord("cube")) && !statement.at(at + 2).isMark("(")) {
      return at + 2;
    }
    if (after.isWord("xmlnamespaces")) {
      return holdsNamespaces(at + 2) ? statement.partner(at + 2) + 1 : -1;
    }
    boolean fits =
        after.isMark("(")
            && (isOpenJson(at - 1)
                ? holdsColumns(at + 1)
                : SqlServerHints.areTableHints(statement, at + 1));
    return fits ? statement.partner(at + 1) + 1 : -1;
  }

  private boolean isOpenJson(int close) {
    int open = statement.partner(close);
    return statement.at(close).isMark(")") && statement.at(open - 1).name().equals("openjson");
  }

  private boolean holdsNamespaces(int open) {
    int close = statement.partner(open);
    for (int i = open + 1; i < close; i++) {
      Token token = statement.at(i);
      if (!(token.isNamed() || token.isMark(",") || token.kind() == TokenKind.STRING)) {
        return false;
      }
    }
    return statement.at(open).isMark("(");
  }

  private boolean holdsColumns(int open) {
    int close = statement.partner(open);
    int at = open;
    while (at < close) {
      at = columnEnd(at + 1);
      if (at < 0 || !(statement.at(at).isMark(",") || at == close)) {
        return false;
      }
    }
    return true;
  }

  private int columnEnd(int name) {
    if (!statement.at(name).isNamed() || !statement.at(name + 1).isNamed()) {
      return -1;
    }
    int at = name + 2;
    while (statement.at(at).isMark(".")) {
      at += 2;
    }
    if (statement.at(at).isMark("(")) {
      if (!holdsLengths(at)) {
        return -1;
      }
      at = statement.partner(at) + 1;
    }
    if (statement.at(at).kind() == TokenKind.STRING) {
      at++;
    }
    return statement.at(at).isWord("as") && statement.at(at + 1).isWord("json") ? at + 2 : at;
  }

  private boolean holdsLengths(int open) {
    return lengths(statement, open);
  }

  /** Whether parentheses hold what may follow the name of a type: numbers, or {@code max}. */
  static boolean lengths(Statement statement, int open) {
    int close = statement.partner(open);
    for (int i = open + 1; i < close; i++) {
      Token token = statement.at(i);
      if (!(token.kind() == TokenKind.NUMBER || token.isMark(",") || token.isWord("max"))) {
        return false;
      }
    }
    return close > open + 1;
  }

  private int forClause(int at) {
    Token kind = statement.at(at + 1);
    if (statement.at(at - 1).isWord("value")) {
      return -1;
    }
    if (kind.isWord("system_time")) {
      return systemTime(at + 2);
    }
    boolean json = kind.isWord("json");
    boolean mode = MODES.contains(statement.at(at + 2).name());
    return (json || kind.isWord("xml")) && mode
        ? outputEnd(at + 2, json ? JSON_WORDS : XML_WORDS)
        : -1;
  }

  private int outputEnd(int from, Set<String> words) {
    int at = from;
    while (isOutputWord(at, words) || statement.at(at).isMark(",") || isLiteral(at)) {
      at += statement.at(at).isMark("(") ? 3 : 1;
    }
    Token after = statement.at(at);
    boolean ends = at == statement.size() || after.isMark(")") || after.isWord("option");
    return ends ? at : -1;
  }

  private boolean isOutputWord(int at, Set<String> words) {
    Token token = statement.at(at);
    return token.kind() == TokenKind.WORD && words.contains(token.name());
  }

  // ('name')
  private boolean isLiteral(int open) {
    return statement.at(open).isMark("(")
        && statement.at(open + 1).kind() == TokenKind.STRING
        && statement.at(open + 2).isMark(")");
  }

  private int systemTime(int at) {
    return switch (statement.at(at).name()) {
      case "all" -> at + 1;
      case "as" -> statement.at(at + 1).isWord("of") && isString(at + 2) ? at + 3 : -1;
      case "from" -> pairEnd(at, "to");
      case "between" -> pairEnd(at, "and");
      case "contained" ->
          statement.at(at + 1).isWord("in") && statement.at(at + 2).isMark("(")
              ? containedEnd(at + 2)
              : -1;
      default -> -1;
    };
  }

  private int pairEnd(int at, String between) {
    return isString(at + 1) && statement.at(at + 2).isWord(between) && isString(at + 3)
        ? at + 4
        : -1;
  }

  private int containedEnd(int open) {
    return isString(open + 1)
            && statement.at(open + 2).isMark(",")
            && isString(open + 3)
            && statement.at(open + 4).isMark(")")
        ? open + 5
        : -1;
  }

  private boolean isString(int at) {
    return statement.at(at).kind() == TokenKind.STRING;
  }

  private int sample(int at) {
    int open = statement.at(at + 1).isWord("system") ? at + 2 : at + 1;
    int close = open + 2;
    if (statement.at(close).isWord("percent") || statement.at(close).isWord("rows")) {
      close++;
    }
    if (!isNumberUpTo(open, close)) {
      return -1;
    }
    boolean repeatable =
        statement.at(close + 1).isWord("repeatable") && isNumberUpTo(close + 2, close + 4);
    return repeatable ? close + 5 : close + 1;
  }

  private boolean isNumberUpTo(int open, int close) {
    return statement.at(open).isMark("(")
        && statement.at(open + 1).kind() == TokenKind.NUMBER
        && statement.partner(open) == close;
  }
}
