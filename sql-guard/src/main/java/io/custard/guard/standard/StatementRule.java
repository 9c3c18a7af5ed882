package io.custard.guard.standard;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.WordLists;
import java.util.Locale;
import java.util.Set;

/**
 * Decides from key words alone whether a statement can be a read, from {@code
 * <dialect>/statements.txt}:
 *
 * <ul>
 *   <li>{@code [start]} words a query starts with;
 *   <li>{@code [other]} words other statements start with, to say what was found;
 *   <li>{@code [never]} words that are refused wherever they stand without quotes and not behind a
 *       dot, such as INTO;
 *   <li>{@code [write]} words that are refused where a clause or statement could start: behind a
 *       parenthesis, a name or a literal;
 *   <li>{@code [lock]} words that are refused behind FOR.
 * </ul>
 */
public final class StatementRule {
  private final Keywords keywords;
  private final Set<String> starts;
  private final Set<String> others;
  private final Set<String> never;
  private final Set<String> writes;
  private final Set<String> locks;

  public StatementRule(Keywords keywords, String file) {
    WordLists lists = WordLists.load(file);
    this.keywords = keywords;
    this.starts = lists.section("start");
    this.others = lists.section("other");
    this.never = lists.section("never");
    this.writes = lists.section("write");
    this.locks = lists.section("lock");
  }

  /** Checks the statement from {@code start} on. */
  public void check(Statement statement, int start) throws Refusal {
    checkStart(statement, start);
    for (int i = start; i < statement.size(); i++) {
      checkWord(statement, i);
    }
  }

  private void checkStart(Statement statement, int start) throws Refusal {
    int first = start;
    while (statement.at(first).isMark("(")) {
      first++;
    }
    Token token = statement.at(first);
    if (isOneOf(token, starts)) {
      return;
    }
    if (isOneOf(token, others)) {
      throw notReadOnly(token, "Only reading is allowed, and this is " + upper(token));
    }
    throw new Refusal(
        RefusalCode.SQL_UNPARSEABLE,
        "The statement does not start as a query; start it with SELECT or WITH.",
        token.position());
  }

  private void checkWord(Statement statement, int at) throws Refusal {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    if (token.kind() != TokenKind.WORD || before.isMark(".")) {
      return;
    }
    if (never.contains(token.name())) {
      throw notReadOnly(token, upper(token) + " is not part of a read");
    }
    if (before.isWord("for") && locks.contains(token.name())) {
      throw notReadOnly(token, "FOR " + upper(token) + " locks rows");
    }
    if (writes.contains(token.name()) && startsClause(before)) {
      throw notReadOnly(token, upper(token) + " changes data");
    }
  }

  // Where an expression could stand the word is a column; elsewhere it may start a statement.
  private boolean startsClause(Token before) {
    boolean bracket = before.isMark("(") || before.isMark(")") || before.isMark("]");
    boolean word = before.isNamed() && (!keywords.isReserved(before) || keywords.isValue(before));
    return bracket
        || word
        || before.kind() == TokenKind.STRING
        || before.kind() == TokenKind.NUMBER;
  }

  private static boolean isOneOf(Token token, Set<String> words) {
    return token.kind() == TokenKind.WORD && words.contains(token.name());
  }

  private static String upper(Token token) {
    return token.name().toUpperCase(Locale.ROOT);
  }

  /** A refusal that points at a token. */
  public static Refusal notReadOnly(Token token, String found) {
    return new Refusal(
        RefusalCode.SQL_NOT_READ_ONLY, found + "; ask for a plain SELECT.", token.position());
  }
}
