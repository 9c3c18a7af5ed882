package io.custard.guard.sqlite;

import io.custard.guard.standard.Keywords;
import io.custard.guard.standard.OperandSkeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rewrites a SQLite statement for the parser. Beyond what {@link OperandSkeleton} does:
 *
 * <ul>
 *   <li>GLOB, MATCH and REGEXP are comparisons; ISNULL and NOTNULL read {@code || null};
 *   <li>{@code IN t} and {@code IN f(x)} read {@code || (SELECT * FROM t)};
 *   <li>INDEXED BY with its index, NOT INDEXED and EXCLUDE with its fixed words are left out;
 *   <li>WITH reads WITH RECURSIVE, because every WITH query can see all others; the words of a join
 *       come in the parser's order.
 * </ul>
 */
final class SqliteSkeleton extends OperandSkeleton {
  private static final Set<String> COMPARISONS = Set.of("glob", "match", "regexp");

  private final SqliteWords words;

  SqliteSkeleton(Statement statement, Keywords keywords) {
    this(statement, keywords, SqliteWords.of(statement, keywords));
  }

  private SqliteSkeleton(Statement statement, Keywords keywords, SqliteWords words) {
    super(statement, keywords, words);
    this.words = words;
  }

  @Override
  protected int keyword(Token token, int at) {
    return switch (token.name()) {
      case "isnull", "notnull" -> put("|| null", at, at + 1);
      case "not" -> isNotIndexed(at) ? at + 2 : super.keyword(token, at);
      case "glob", "match", "regexp" -> put("||", at, at + 1);
      case "indexed" -> at + 3;
      case "exclude" -> exclusionEnd(at);
      case "with" -> put("with recursive", at, words.isKeyword(at + 1) ? at + 2 : at + 1);
      case "natural", "left", "right", "full", "inner", "outer", "cross" -> join(at);
      default -> super.keyword(token, at);
    };
  }

  private boolean isNotIndexed(int at) {
    return endsOperand(at - 1) && statement.at(at + 1).isWord("indexed");
  }

  private int exclusionEnd(int at) {
    Token what = statement.at(at + 1);
    Token last = statement.at(at + 2);
    if (what.isWord("group") || what.isWord("ties")) {
      return at + 2;
    }
    boolean whole = what.isWord("no") ? last.isWord("others") : last.isWord("row");
    return whole ? at + 3 : put("exclude", at, at + 1);
  }

  @Override
  protected boolean isComparison(Token word) {
    return super.isComparison(word) || COMPARISONS.contains(word.name());
  }

  @Override
  protected int in(int at) {
    if (statement.at(at + 1).isMark("(")) {
      return super.in(at);
    }
    put("|| ( select * from", at, at + 1);
    int end = chainEnd(at + 1);
    if (statement.at(end).isMark("(")) {
      end = statement.partner(end) + 1;
    }
    int next = at + 1;
    while (next < end) {
      next = next(next);
    }
    return put(")", at, next);
  }

  // NATURAL first, then the side; OUTER says nothing more.
  private int join(int at) {
    Set<String> run = new TreeSet<>();
    int end = at;
    while (!statement.at(end).isWord("join")) {
      run.add(statement.at(end).name());
      end++;
    }
    if (run.remove("natural")) {
      put("natural", at, end);
    }
    run.remove("outer");
    run.forEach(word -> put(word, at, at));
    return end;
  }
}
