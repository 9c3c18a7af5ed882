package io.custard.guard.postgresql;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Decides from key words alone whether a PostgreSQL statement can be a read.
 *
 * <p>A single statement that starts as a query writes only through INTO, through INSERT, UPDATE,
 * DELETE or MERGE as the body of a WITH query or after it, and through functions; it locks rows
 * only through FOR. INTO and FOR are reserved, so they cannot hide as names.
 */
final class PostgresStatementRule {
  private static final Set<String> QUERY_STARTS = Set.of("select", "with", "values", "table");
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "merge");
  private static final Set<String> LOCKS = Set.of("update", "share", "no", "key");
  private static final Set<String> EXPLAIN_OPTIONS =
      Set.of("costs", "verbose", "format", "summary", "settings", "generic_plan", "memory");
  private static final Set<String> OTHER_STATEMENTS =
      Set.of(
          ("abort alter analyze analyse begin call checkpoint close cluster comment commit copy"
                  + " create deallocate declare delete discard do drop end execute fetch grant"
                  + " import insert listen load lock merge move notify prepare reassign refresh"
                  + " reindex release reset revoke rollback savepoint security set show start"
                  + " truncate unlisten update vacuum explain")
              .split(" ", -1));

  private final Statement statement;

  private PostgresStatementRule(Statement statement) {
    this.statement = statement;
  }

  /** Checks the statement; returns the index at which the query starts, after any EXPLAIN. */
  static int queryStart(Statement statement) throws Refusal {
    PostgresStatementRule rule = new PostgresStatementRule(statement);
    int start = statement.at(0).isWord("explain") ? rule.explainEnd() : 0;
    rule.checkStart(start);
    for (int i = start; i < statement.size(); i++) {
      rule.check(i);
    }
    return start;
  }

  private void checkStart(int start) throws Refusal {
    int first = start;
    while (statement.at(first).isMark("(")) {
      first++;
    }
    Token token = statement.at(first);
    if (token.kind() == TokenKind.WORD && QUERY_STARTS.contains(token.name())) {
      return;
    }
    if (token.kind() == TokenKind.WORD && OTHER_STATEMENTS.contains(token.name())) {
      throw notReadOnly(token, "Only reading is allowed, and this is " + upper(token));
    }
    throw new Refusal(
        RefusalCode.SQL_UNPARSEABLE,
        "The statement does not start as a query; start it with SELECT or WITH.",
        token.position());
  }

  private void check(int at) throws Refusal {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    if (token.kind() != TokenKind.WORD || before.isMark(".")) {
      return;
    }
    if (token.name().equals("into")) {
      throw notReadOnly(token, "INTO writes the result somewhere");
    }
    if (token.name().equals("for") && isOneOf(statement.at(at + 1), LOCKS)) {
      throw notReadOnly(token, "FOR " + upper(statement.at(at + 1)) + " locks rows");
    }
    if (isOneOf(token, WRITES) && startsClause(before)) {
      throw notReadOnly(token, upper(token) + " changes data");
    }
  }

  // Where an expression could stand, the word is a column; anywhere else it may start a statement.
  private static boolean startsClause(Token before) {
    boolean bracket = before.isMark("(") || before.isMark(")") || before.isMark("]");
    boolean word = before.isNamed() && !PostgresKeywords.isReserved(before);
    return bracket || word || before.kind() == TokenKind.STRING;
  }

  // EXPLAIN runs the statement only with ANALYZE; the options that read like it are left out too.
  private int explainEnd() throws Refusal {
    if (!statement.at(1).isMark("(") || isQueryInParentheses(1)) {
      return statement.at(1).isWord("verbose") ? 2 : 1;
    }
    for (int i = 2; i < statement.partner(1); i++) {
      boolean startsOption = statement.at(i - 1).isMark("(") || statement.at(i - 1).isMark(",");
      if (startsOption && !isOneOf(statement.at(i), EXPLAIN_OPTIONS)) {
        throw notReadOnly(statement.at(i), "EXPLAIN may run the statement with this option");
      }
    }
    return statement.partner(1) + 1;
  }

  private boolean isQueryInParentheses(int open) {
    return statement.at(open + 1).isMark("(") || isOneOf(statement.at(open + 1), QUERY_STARTS);
  }

  private static boolean isOneOf(Token token, Set<String> words) {
    return token.kind() == TokenKind.WORD && words.contains(token.name());
  }

  private static String upper(Token token) {
    return token.name().toUpperCase(java.util.Locale.ROOT);
  }

  private static Refusal notReadOnly(Token token, String found) {
    return new Refusal(
        RefusalCode.SQL_NOT_READ_ONLY, found + "; ask for a plain SELECT.", token.position());
  }
}
