package io.custard.guard.sqlite;

import io.custard.guard.standard.Keywords;
import io.custard.guard.standard.SkeletonWriter;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rewrites a SQLite statement for the parser.
 *
 * <p>SQLite has one kind of expression: a comparison may be an operand anywhere, which the parser
 * does not know. What is rewritten keeps every operand in its place:
 *
 * <ul>
 *   <li>literals read {@code 1}, so that none can pass for a name;
 *   <li>comparisons read {@code ||}: {@code =}, IS, IS DISTINCT FROM, IN, LIKE, GLOB, MATCH,
 *       REGEXP, BETWEEN, ESCAPE and their negations, and all operators outside the standard; {@code
 *       IS NULL} and its other spellings read {@code || null};
 *   <li>NOT, EXISTS and signs before their operand are left out;
 *   <li>{@code IN t} and {@code IN f(x)} read {@code || (SELECT * FROM t)}, {@code IN ()} reads
 *       {@code || (null)};
 *   <li>types, COLLATE with its name, INDEXED BY with its index, NOT INDEXED, EXCLUDE with its
 *       fixed words, and the window that a window builds on are left out;
 *   <li>WITH reads WITH RECURSIVE, because every WITH query can see all others; the words of a join
 *       come in the parser's order.
 * </ul>
 */
final class SqliteSkeleton extends SkeletonWriter {
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
  private static final Set<String> AFTER_BASE_WINDOW =
      Set.of("partition", "order", "rows", "range", "groups");

  private final SqliteWords words;

  SqliteSkeleton(Statement statement, Keywords keywords) {
    super(statement, keywords);
    this.words = new SqliteWords(statement, keywords);
  }

  @Override
  protected int next(int at) {
    return statement.at(at).kind() == TokenKind.STRING ? put("1", at, at + 1) : super.next(at);
  }

  @Override
  protected boolean isName(int at) {
    return words.isName(at);
  }

  @Override
  protected boolean endsOperand(int at) {
    return words.endsOperand(at);
  }

  @Override
  protected int operator(Token token, int at) {
    if (!endsOperand(at - 1)) {
      return token.text().equals("*") ? put("*", at, at + 1) : at + 1;
    }
    return put(ARITHMETIC.contains(token.text()) ? token.text() : "||", at, at + 1);
  }

  @Override
  protected int name(Token token, int at) {
    return put(Skeleton.standIn(at), at, at + 1);
  }

  @Override
  protected int punctuation(Token token, int at) {
    if (token.isMark("(") && lastName() >= 0 && lastName() != at - 1) {
      // What is left out must not turn the name before it into a call: no parser takes this.
      return put("( .", at, at + 1);
    }
    if (token.isMark("(") && words.isWindow(at) && isBaseWindow(at + 1)) {
      return put("(", at, at + 2);
    }
    return super.punctuation(token, at);
  }

  private boolean isBaseWindow(int at) {
    Token after = statement.at(at + 1);
    boolean clause = words.isKeyword(at + 1) && AFTER_BASE_WINDOW.contains(after.name());
    return isName(at) && (after.isMark(")") || clause);
  }

  @Override
  protected int keyword(Token token, int at) {
    return switch (token.name()) {
      case "is" -> is(at);
      case "isnull", "notnull" -> put("|| null", at, at + 1);
      case "not" -> not(at);
      case "exists" -> at + 1;
      case "like", "glob", "match", "regexp" -> put("||", at, at + 1);
      case "between" -> put(isFrame(at - 1) ? "between" : "||", at, at + 1);
      case "in" -> in(at);
      case "indexed" -> at + 3;
      case "exclude" -> at + (statement.at(at + 1).isWord("no") ? 3 : excludeLength(at));
      case "with" -> put("with recursive", at, words.isKeyword(at + 1) ? at + 2 : at + 1);
      case "natural", "left", "right", "full", "inner", "outer", "cross" -> join(at);
      default -> super.keyword(token, at);
    };
  }

  private boolean isFrame(int at) {
    Token token = statement.at(at);
    return words.isKeyword(at)
        && (token.isWord("rows") || token.isWord("range") || token.isWord("groups"));
  }

  private int excludeLength(int at) {
    return statement.at(at + 1).isWord("current") ? 3 : 2;
  }

  private int is(int at) {
    int next = at + 1;
    if (statement.at(next).isWord("not")) {
      next++;
    }
    if (statement.at(next).isWord("distinct") && statement.at(next + 1).isWord("from")) {
      next += 2;
    }
    return put("||", at, next);
  }

  private int not(int at) {
    Token after = statement.at(at + 1);
    if (statement.at(at - 1).isWord("as") && after.isWord("materialized")) {
      return put("not", at, at + 1);
    }
    if (endsOperand(at - 1) && after.isWord("null")) {
      return put("|| null", at, at + 2);
    }
    return endsOperand(at - 1) && after.isWord("indexed") ? at + 2 : at + 1;
  }

  private int in(int at) {
    put("||", at, at + 1);
    if (statement.at(at + 1).isMark("(")) {
      boolean empty = statement.at(at + 2).isMark(")");
      return empty ? put("( null )", at, at + 3) : at + 1;
    }
    put("( select * from", at, at + 1);
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

  // NATURAL first, then the side; OUTER and INNER say nothing more.
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
