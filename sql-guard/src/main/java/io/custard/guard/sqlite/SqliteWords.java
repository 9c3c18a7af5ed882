package io.custard.guard.sqlite;

import io.custard.guard.standard.ContextWords;
import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * The key words of one SQLite statement. Most key words of SQLite are names wherever the grammar
 * has no use for the key word: {@code end}, {@code match} and {@code left} may be columns.
 */
final class SqliteWords extends ContextWords {
  private static final Set<String> JOIN_WORDS =
      Set.of("natural", "left", "right", "full", "inner", "outer", "cross");

  private SqliteWords(Statement statement, Keywords keywords) {
    super(statement, keywords);
  }

  static SqliteWords of(Statement statement, Keywords keywords) {
    SqliteWords words = new SqliteWords(statement, keywords);
    words.judgeAll();
    return words;
  }

  @Override
  protected boolean isKeywordHere(int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (token.name()) {
      case "materialized", "cast" -> after.isMark("(");
      case "by" -> isKeyword(at - 1);
      case "recursive" -> before.isWord("with");
      case "like", "glob", "match", "regexp" ->
          endsOperand(at - 1) || (before.isWord("not") && endsOperand(at - 2));
      case "offset", "asc", "desc", "end" -> endsOperand(at - 1);
      case "indexed" -> after.isWord("by") || (before.isWord("not") && endsOperand(at - 2));
      case "current_date", "current_time", "current_timestamp", "true", "false" -> true;
      default -> JOIN_WORDS.contains(token.name()) ? isJoin(at) : isWindowWord(at);
    };
  }

  private boolean isJoin(int at) {
    int end = at;
    while (statement.at(end).kind() == TokenKind.WORD
        && JOIN_WORDS.contains(statement.at(end).name())) {
      end++;
    }
    return statement.at(end).isWord("join") && end - at <= 3;
  }
}
