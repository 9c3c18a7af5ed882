package io.custard.guard.mysql;

import io.custard.guard.standard.Keywords;
import io.custard.guard.standard.SkeletonWriter;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.HashSet;
import java.util.Set;

/**
 * Rewrites a statement of MySQL or MariaDB for the parser, beyond what {@link SkeletonWriter} does:
 *
 * <ul>
 *   <li>adjacent literals read as one, with their introducer ({@code _utf8'a' 'b'}); a literal that
 *       is an alias reads as a name;
 *   <li>{@code INTERVAL x DAY} reads {@code x}; a unit as an argument reads {@code 1};
 *   <li>comparisons have one precedence and can be chained, so they all read {@code ||}, but for
 *       those with ANY, ALL and SOME; {@code IS NOT NULL} and the like read {@code || null};
 *   <li>operators that are words read as those of SQL: DIV and MOD as {@code /} and {@code %}, XOR
 *       and {@code ||} as OR, {@code &&} as AND, RLIKE and REGEXP as LIKE, SOUNDS LIKE and MEMBER
 *       OF as {@code =}; BINARY before its operand is left out;
 *   <li>key words between arguments read as commas: {@code SUBSTRING(a FROM b)}, {@code TRIM(BOTH a
 *       FROM b)}, {@code POSITION(a IN b)}; {@code EXTRACT(DAY FROM a)} reads {@code EXTRACT(a)},
 *       {@code MATCH (a) AGAINST (b ...)} reads {@code MATCH(a) || (b)};
 *   <li>what holds no expression is left out ({@link MySqlRanges}): types, index hints, partitions,
 *       SEPARATOR, modifiers of SELECT, WITH ROLLUP, FROM DUAL, the columns of JSON_TABLE, the name
 *       of the window that another one extends;
 *   <li>{@code TABLE t} reads {@code SELECT * FROM t}, {@code ROW(a, b)} reads {@code (a, b)},
 *       {@code {d '...'}} and {@code {oj ...}} read {@code (...)};
 *   <li>{@code t FOR SYSTEM_TIME AS OF x} reads {@code (SELECT * FROM t WHERE (x)) t} ({@link
 *       MySqlHistory}).
 * </ul>
 */
final class MySqlSkeleton extends SkeletonWriter {
  private static final Set<String> TYPED = Set.of("date", "time", "timestamp");
  private static final Set<String> UNIT_FIRST =
      Set.of("timestampadd", "timestampdiff", "get_format");
  private static final Set<String> AFTER_WINDOW_NAME =
      Set.of("order", "partition", "rows", "range");

  private final MySqlPhrases phrases;
  // The word INTERVAL and the unit of each interval.
  private final Set<Integer> intervals = new HashSet<>();

  MySqlSkeleton(Statement statement, Keywords keywords) {
    super(statement, keywords);
    this.phrases = new MySqlPhrases(statement);
    for (int i = 0; i < statement.size(); i++) {
      findUnit(i);
    }
  }

  private void findUnit(int interval) {
    if (!statement.at(interval).isWord("interval") || statement.at(interval - 1).isMark(".")) {
      return;
    }
    for (int i = interval + 1; !endsInterval(i); i++) {
      boolean unit = i > interval + 1 && MySqlWords.isUnit(statement.at(i)) && endsOperand(i - 1);
      if (unit && !statement.at(i + 1).isMark("(") && !statement.at(i + 1).isMark(".")) {
        intervals.add(interval);
        intervals.add(i);
        return;
      }
      if (statement.at(i).isMark("(")) {
        i = statement.partner(i);
      }
    }
  }

  private boolean endsInterval(int at) {
    Token token = statement.at(at);
    return at >= statement.size()
        || token.isMark(")")
        || token.isMark("}")
        || token.isMark(",")
        || token.isWord("interval")
        || token.isWord("from");
  }

  @Override
  protected int next(int at) {
    if (intervals.contains(at) || isExtractedUnit(at)) {
      return at + 1;
    }
    return statement.at(at).kind() == TokenKind.STRING ? string(at) : super.next(at);
  }

  // EXTRACT(DAY FROM a)
  private boolean isExtractedUnit(int at) {
    return MySqlWords.isUnit(statement.at(at))
        && statement.at(at + 1).isWord("from")
        && statement.at(at - 1).isMark("(")
        && MySqlWords.called(statement, at).equals("extract");
  }

  private int string(int at) {
    Token before = statement.at(at - 1);
    boolean alias = before.isWord("as") || (endsOperand(at - 1) && !before.isWord("zone"));
    return alias ? put(Skeleton.standIn(at), at, at + 1) : literal(at);
  }

  private int literal(int at) {
    if (statement.at(at).kind() == TokenKind.NUMBER) {
      return put("1", at, at + 1);
    }
    int end = at;
    while (statement.at(end).kind() == TokenKind.STRING) {
      end++;
    }
    return put("'s'", at, end);
  }

  @Override
  protected int operator(Token token, int at) {
    if (!endsOperand(at - 1)) {
      return super.operator(token, at);
    }
    return switch (token.text()) {
      case "&&" -> put("and", at, at + 1);
      case "||" -> put("or", at, at + 1);
      case "=", "<=>", "<", ">", "<=", ">=", "<>", "!=" ->
          put(isQuantified(at) ? "=" : "||", at, at + 1);
      default -> super.operator(token, at);
    };
  }

  // a = ANY (SELECT ...)
  private boolean isQuantified(int at) {
    Token after = statement.at(at + 1);
    return after.isWord("any") || after.isWord("some") || after.isWord("all");
  }

  @Override
  protected int punctuation(Token token, int at) {
    return switch (token.text()) {
      case "{" ->
          statement.at(at + 1).kind() == TokenKind.WORD
              ? put("(", at, at + 2)
              : put("{", at, at + 1);
      case "}" -> put(")", at, at + 1);
      case "," -> {
        int close = statement.partner(statement.enclosing(at));
        boolean type =
            MySqlWords.called(statement, at).equals("convert")
                && MySqlRanges.typeEnd(statement, at + 1) == close;
        yield type ? close : put(",", at, at + 1);
      }
      default -> super.punctuation(token, at);
    };
  }

  @Override
  protected int name(Token token, int at) {
    Token before = statement.at(at - 1);
    if (before.isMark(".")) {
      return put(Skeleton.standIn(at), at, at + 1);
    }
    if (startsLiteral(token, statement.at(at + 1))
        && !before.isWord("as")
        && !endsOperand(at - 1)) {
      return literal(at + 1);
    }
    boolean unit =
        before.isMark("(")
            && statement.at(at + 1).isMark(",")
            && UNIT_FIRST.contains(MySqlWords.called(statement, at));
    if (unit) {
      return put("1", at, at + 1);
    }
    MySqlHistory history = MySqlHistory.read(statement, at, chainEnd(at));
    return history.isPresent() ? history(at, history) : put(Skeleton.standIn(at), at, at + 1);
  }

  private static boolean startsLiteral(Token token, Token after) {
    if (token.kind() != TokenKind.WORD) {
      return false;
    }
    boolean string = after.kind() == TokenKind.STRING;
    return (string && TYPED.contains(token.name()))
        || ((string || after.kind() == TokenKind.NUMBER) && MySqlWords.isCharacterSetMark(token));
  }

  private int history(int table, MySqlHistory history) {
    put("( select * from", table, table);
    for (int i = table; i < history.tableEnd(); i++) {
      put(statement.at(i).isMark(".") ? "." : Skeleton.standIn(i), i, i);
    }
    String word = "where";
    for (MySqlHistory.Point point : history.points()) {
      put(word + " (", table, table);
      int at = point.start();
      while (at < point.end()) {
        at = next(at);
      }
      put(")", table, table);
      word = "=";
    }
    put(")", table, table);
    Token alias = statement.at(history.end());
    boolean named = alias.isWord("as") || (alias.isNamed() && !keywords.isKeyword(alias));
    int last = history.tableEnd() - 1;
    return named ? history.end() : put(Skeleton.standIn(last), last, history.end());
  }

  @Override
  protected int keyword(Token token, int at) {
    MySqlPhrases.Rewriting rewriting = phrases.at(at, endsOperand(at - 1));
    if (rewriting.next() > at) {
      return rewriting.text().isEmpty()
          ? rewriting.next()
          : put(rewriting.text(), at, rewriting.next());
    }
    boolean extending =
        token.isWord("over") || (token.isWord("as") && phrases.isWindowDefinition(at + 1));
    return extending ? window(token, at) : super.keyword(token, at);
  }

  // OVER (w ORDER BY x) and WINDOW v AS (w ORDER BY x) extend the window w.
  private int window(Token token, int at) {
    put(token.name(), at, at + 1);
    Token first = statement.at(at + 2);
    Token then = statement.at(at + 3);
    boolean extend =
        statement.at(at + 1).isMark("(")
            && first.isNamed()
            && !keywords.isKeyword(first)
            && (then.isMark(")") || AFTER_WINDOW_NAME.contains(then.name()));
    return extend ? put("(", at + 1, at + 3) : at + 1;
  }

  @Override
  protected boolean isName(int at) {
    Token token = statement.at(at);
    boolean plain = token.kind() == TokenKind.WORD && !statement.at(at - 1).isMark(".");
    boolean clause =
        plain
            && !statement.at(at - 1).isWord("as")
            && (isOperatorMod(at) || MySqlWords.isClauseWord(statement, at, this::endsOperand));
    return !clause && super.isName(at);
  }

  // a MOD (b), not MOD(a, b). Looks at one token only: MOD MOD MOD ... must not be looked at again
  // and again.
  private boolean isOperatorMod(int at) {
    Token before = statement.at(at - 1);
    boolean word =
        before.kind() == TokenKind.WORD
            && (!keywords.isKeyword(before)
                || keywords.isValue(before)
                || statement.at(at - 2).isMark("."));
    boolean operand =
        word
            || before.kind() == TokenKind.QUOTED_NAME
            || before.kind() == TokenKind.STRING
            || before.kind() == TokenKind.NUMBER
            || before.isMark(")")
            || before.isMark("}");
    return statement.at(at).isWord("mod") && operand;
  }

  @Override
  protected boolean endsOperand(int at) {
    boolean unit = intervals.contains(at) && !statement.at(at).isWord("interval");
    boolean collation = statement.at(at - 1).isWord("collate");
    return unit || collation || super.endsOperand(at);
  }
}
