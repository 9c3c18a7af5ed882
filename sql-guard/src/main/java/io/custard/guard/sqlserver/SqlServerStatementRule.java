package io.custard.guard.sqlserver;

import io.custard.guard.RefusalCode;
import io.custard.guard.rule.Refusal;
import io.custard.guard.standard.StatementRule;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Locale;
import java.util.Set;

/**
 * What has to hold for every word of a statement beyond the words that are never allowed:
 *
 * <ul>
 *   <li>no word that starts a statement where an alias could stand, reserved or not;
 *   <li>FETCH only behind OFFSET, END only behind CASE, MERGE only as a kind of join, FOR, OPTION,
 *       TABLESAMPLE and {@code WITH (} only in the forms of {@link SqlServerClauses};
 *   <li>no hint that locks, in either notation;
 *   <li>no name of four parts, which leads to another server, and no part left out;
 *   <li>no conversion of a query's text to a number: its error message would carry the text.
 * </ul>
 */
final class SqlServerStatementRule {
  // They start a statement without being reserved.
  private static final Set<String> STARTERS =
      Set.of(
          "throw",
          "receive",
          "send",
          "move",
          "get",
          "enable",
          "disable",
          "rename",
          "go",
          "copy",
          "conversation",
          "dialog");
  private static final Set<String> SYSTEM_DATABASES =
      Set.of("master", "msdb", "model", "tempdb", "resource", "mssqlsystemresource");
  private static final int MOST_PARTS = 3;

  private final Statement statement;
  // CASE expressions that are open, by the parenthesis they stand in.
  private final int[] cases;

  private SqlServerStatementRule(Statement statement) {
    this.statement = statement;
    this.cases = new int[statement.size() + 1];
  }

  static void check(Statement statement) throws Refusal {
    SqlServerStatementRule rule = new SqlServerStatementRule(statement);
    int at = 0;
    int clauseEnd = 0;
    while (at < statement.size()) {
      int end = SqlServerClauses.end(statement, at);
      if (end == at) {
        rule.check(at, clauseEnd == at && at > 0);
        end++;
      } else {
        clauseEnd = end;
      }
      at = end;
    }
  }

  private void check(int at, boolean behindClause) throws Refusal {
    Token token = statement.at(at);
    checkMark(at);
    if (token.isNamed()) {
      checkName(at);
    }
    if (token.isMark(".") && !statement.at(at + 1).isNamed() && !statement.at(at + 1).isMark("*")) {
      throw relation(token, "A part of a name is left out");
    }
    if (token.kind() == TokenKind.WORD && !statement.at(at - 1).isMark(".")) {
      checkWord(at, behindClause);
    }
  }

  // A colon elsewhere ends a label, and a statement may follow it; a static property is code.
  private void checkMark(int at) throws Refusal {
    Token token = statement.at(at);
    Token called = statement.at(statement.enclosing(at) - 1);
    boolean label = token.isMark(":") && !called.name().startsWith("json_");
    Token after = statement.at(at + 1);
    boolean property =
        token.isMark("::")
            && !(statement.at(at + 2).isMark("(") && !statement.at(at - 2).isMark("."))
            && !(after.isNamed() && after.name().equalsIgnoreCase("null"));
    if (label || property) {
      throw new Refusal(
          RefusalCode.SQL_CONSTRUCT_NOT_ALLOWED,
          "A label or a property of a type is not part of a read; leave it out.",
          token.position());
    }
  }

  private void checkWord(int at, boolean behindClause) throws Refusal {
    Token token = statement.at(at);
    Token after = statement.at(at + 1);
    boolean fits =
        switch (token.name()) {
          case "fetch" -> isRowWord(at - 1) && isFetch(at);
          case "merge" -> after.isWord("join");
          case "for" -> isPivot(at);
          case "case" -> ++cases[statement.enclosing(at) + 1] > 0;
          case "end" -> --cases[statement.enclosing(at) + 1] >= 0;
          case "option", "tablesample", "index", "use" -> false;
          case "with" -> !after.isMark("(") && !after.isWord("xmlnamespaces");
          default -> !(STARTERS.contains(token.name()) && (behindClause || isAlias(at)));
        };
    if (!fits) {
      throw StatementRule.notReadOnly(
          token, token.name().toUpperCase(Locale.ROOT) + " is not part of a read here");
    }
    SqlServerConversion.check(statement, at);
  }

  private boolean isRowWord(int at) {
    return statement.at(at).isWord("row") || statement.at(at).isWord("rows");
  }

  private boolean isFetch(int at) {
    boolean which = statement.at(at + 1).isWord("next") || statement.at(at + 1).isWord("first");
    Token count = statement.at(at + 2);
    return which && (count.kind() == TokenKind.NUMBER || count.isMark("("));
  }

  private boolean isPivot(int at) {
    Token opener = statement.at(statement.enclosing(at) - 1);
    boolean pivot = opener.isWord("pivot") || opener.isWord("unpivot");
    return pivot && statement.enclosing(at) > 0 && !statement.at(at - 1).isWord("value");
  }

  // Behind a complete operand or relation.
  private boolean isAlias(int at) {
    Token before = statement.at(at - 1);
    return switch (before.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case WORD ->
          !SqlServerWords.isKeyword(statement, at - 1) || SqlServerWords.keywords().isValue(before);
      case PUNCTUATION -> before.isMark(")");
      case OPERATOR -> before.isMark("*");
    };
  }

  private void checkName(int at) throws Refusal {
    Token token = statement.at(at);
    int open = statement.enclosing(at);
    boolean inHints = open > 0 && statement.at(open - 1).isNamed() && isRelation(open - 1);
    if (inHints && SqlServerHints.isLock(token)) {
      throw StatementRule.notReadOnly(token, "The hint " + token.name() + " locks");
    }
    if (!statement.at(at + 1).isMark(".")) {
      checkChain(at);
    }
  }

  private boolean isRelation(int at) {
    return !SqlServerWords.isKeyword(statement, at) || statement.at(at).isWord("with");
  }

  private void checkChain(int last) throws Refusal {
    int start = statement.chainStart(last);
    int parts = (last - start) / 2 + 1;
    boolean method = statement.at(last + 1).isMark("(");
    if (parts > MOST_PARTS + (method ? 1 : 0)) {
      throw relation(statement.at(start), "A name of four parts may lead to another server");
    }
    String database = SqlServerLexer.plain(statement.at(start).name());
    if (parts >= MOST_PARTS && SYSTEM_DATABASES.contains(database)) {
      throw relation(statement.at(start), "The database " + database + " may not be read");
    }
  }

  private static Refusal relation(Token token, String found) {
    return new Refusal(
        RefusalCode.SQL_RELATION_NOT_ALLOWED, found + "; leave it out.", token.position());
  }
}
