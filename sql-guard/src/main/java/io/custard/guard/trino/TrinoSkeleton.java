package io.custard.guard.trino;

import io.custard.guard.standard.Keywords;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Rewrites a Trino statement for the parser. Beyond what {@link
 * io.custard.guard.standard.OperandSkeleton} and {@link JsonSkeleton} do:
 *
 * <ul>
 *   <li>{@code ROW(a, b)} and {@code ARRAY[a, b]} read {@code (a, b)}, {@code x[i]} reads {@code x
 *       || (i)}, {@code ()} reads {@code (null)}; a field of a parenthesis, {@code (...).name}, is
 *       left out;
 *   <li>parameters of lambdas read {@code 1}, their arrow {@code ||}; the name before {@code =>} is
 *       left out;
 *   <li>{@code DATE '...'} and {@code INTERVAL '...' DAY} read {@code 1}, AT TIME ZONE reads {@code
 *       ||}, CURRENT_USER and its like read {@code null};
 *   <li>between the arguments of SUBSTRING and POSITION FROM, FOR and IN read as commas;
 *   <li>CUBE, ROLLUP, GROUPING SETS, {@code GROUP BY DISTINCT}, ALL and ANY before a query, IGNORE
 *       NULLS, LIMIT ALL, WITH ORDINALITY, ON OVERFLOW with its fixed words, and the names of
 *       {@code .* AS (a, b)} are left out;
 *   <li>{@code FOR VERSION AS OF} is left out with its expression if that reads no column;
 *   <li>{@code TABLE x} reads {@code SELECT * FROM x}, {@code TABLE(f(x))} reads {@code f(x)};
 *       FILTER behind WITHIN GROUP reads as an operator.
 * </ul>
 */
final class TrinoSkeleton extends JsonSkeleton {
  private static final Set<String> DATE_VALUES =
      Set.of("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp");

  private static final Set<String> UNITS =
      Set.of("year", "month", "day", "hour", "minute", "second");

  private final TrinoWords words;
  private final Lambdas lambdas;

  private TrinoSkeleton(Statement statement, Keywords keywords, TrinoWords words) {
    super(statement, keywords, words);
    this.words = words;
    this.lambdas = new Lambdas(statement);
  }

  static TrinoSkeleton of(Statement statement, Keywords keywords) {
    return new TrinoSkeleton(statement, keywords, TrinoWords.of(statement, keywords));
  }

  @Override
  protected int name(Token token, int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    if (lambdas.isParameter(at)) {
      return put("1", at, at + 1);
    }
    boolean prefix = !endsOperand(at - 1) && !before.isMark(".") && !before.isWord("as");
    if (prefix && after.kind() == TokenKind.STRING) {
      return at + 1;
    }
    if (prefix && after.isWord("precision") && statement.at(at + 2).kind() == TokenKind.STRING) {
      return at + 2;
    }
    if (prefix && (isBefore(token, "row", after, "(") || isBefore(token, "array", after, "["))) {
      return at + 1;
    }
    if (after.isMark("=>")) {
      return at + 2;
    }
    int open = statement.enclosing(at);
    if (before.isMark("(") && isArgumentOf(open, "extract")) {
      return put("year", at, at + 1);
    }
    boolean form = before.isMark(",") && isArgumentOf(open, "normalize");
    return put(form ? "null" : Skeleton.standIn(at), at, at + 1);
  }

  private static boolean isBefore(Token token, String word, Token after, String mark) {
    return token.isWord(word) && after.isMark(mark);
  }

  private boolean isArgumentOf(int open, String function) {
    return open > 0 && statement.at(open - 1).isWord(function);
  }

  @Override
  protected int punctuation(Token token, int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    return switch (token.text()) {
      case "." -> before.isMark(")") || before.isMark("]") ? at + 2 : super.punctuation(token, at);
      case "[" -> bracket(at, before.isWord("array") ? "(" : "|| (");
      case "]" -> put(")", at, at + 1);
      case "(" -> after.isMark(")") && isEmptyRow(at) ? put("( null )", at, at + 2) : open(at);
      default -> super.punctuation(token, at);
    };
  }

  private int bracket(int at, String open) {
    boolean empty = statement.at(at + 1).isMark("]");
    return put(empty ? open + " null" : open, at, at + 1);
  }

  private boolean isEmptyRow(int at) {
    Token before = statement.at(at - 1);
    boolean called = isName(at - 1) || keywords.isCallable(before);
    return !words.isWindow(at) && (!called || before.isWord("row"));
  }

  private int open(int at) {
    return super.punctuation(statement.at(at), at);
  }

  @Override
  protected int keyword(Token token, int at) {
    Token after = statement.at(at + 1);
    if (DATE_VALUES.contains(token.name()) || token.name().startsWith("current_")) {
      boolean precise = after.isMark("(") && statement.at(at + 2).kind() == TokenKind.NUMBER;
      return put("null", at, precise ? statement.partner(at + 1) + 1 : at + 1);
    }
    return switch (token.name()) {
      case "at" -> put("||", at, at + 3);
      case "interval" -> interval(at);
      case "cube", "rollup" -> at + 1;
      case "grouping" -> after.isWord("sets") ? at + 2 : put(Skeleton.standIn(at), at, at + 1);
      case "distinct", "all", "any", "some" -> quantifier(token, at);
      case "table" -> table(at);
      case "with" -> isOrdinality(at) ? at + 2 : put("with", at, at + 1);
      case "ignore", "respect" -> at + 2;
      case "limit" -> after.isWord("all") ? at + 2 : put("limit", at, at + 1);
      case "filter" -> filter(at);
      case "on" -> isOverflow(at) ? overflowEnd(at) : put("on", at, at + 1);
      case "from", "for" -> argumentOrTime(token, at);
      case "as" -> as(at);
      case "unnest", "listagg", "normalize" -> put(Skeleton.standIn(at), at, at + 1);
      default -> jsonOr(token, at);
    };
  }

  private int jsonOr(Token token, int at) {
    return token.name().startsWith("json_")
        ? put(Skeleton.standIn(at), at, at + 1)
        : super.keyword(token, at);
  }

  @Override
  protected int in(int at) {
    return isArgumentOf(statement.enclosing(at), "position") ? put(",", at, at + 1) : super.in(at);
  }

  private int interval(int at) {
    int unit = statement.at(at + 1).kind() == TokenKind.STRING ? at + 2 : at + 3;
    boolean range = statement.at(unit + 1).isWord("to") && isUnit(unit + 2);
    return isUnit(unit) ? put("1", at, range ? unit + 3 : unit + 1) : put(".", at, at + 1);
  }

  private boolean isUnit(int at) {
    return statement.at(at).kind() == TokenKind.WORD && UNITS.contains(statement.at(at).name());
  }

  private int quantifier(Token token, int at) {
    Token before = statement.at(at - 1);
    boolean out = before.isWord("by") || before.kind() == TokenKind.OPERATOR;
    return out ? at + 1 : put(token.name(), at, at + 1);
  }

  private int table(int at) {
    if (!statement.at(at + 1).isMark("(")) {
      return put("select * from", at, at + 1);
    }
    int close = statement.partner(at + 1);
    int next = at + 2;
    while (next < close) {
      next = next(next);
    }
    return close + 1;
  }

  private int filter(int at) {
    int group = statement.partner(at - 1) - 1;
    boolean within = statement.at(group).isWord("group") && words.isKeyword(group - 1, "within");
    return within && statement.at(at + 2).isWord("where")
        ? put("|| (", at, at + 3)
        : put("filter", at, at + 1);
  }

  private boolean isOrdinality(int at) {
    return statement.at(at - 1).isMark(")") && statement.at(at + 1).isWord("ordinality");
  }

  private boolean isOverflow(int at) {
    Token what = statement.at(at + 2);
    return statement.at(at + 1).isWord("overflow")
        && (what.isWord("error") || what.isWord("truncate"))
        && isArgumentOf(statement.enclosing(at), "listagg");
  }

  private int overflowEnd(int at) {
    int end = at + 3;
    if (statement.at(at + 2).isWord("truncate")) {
      end += statement.at(end).kind() == TokenKind.STRING ? 1 : 0;
      end += statement.at(end + 1).isWord("count") ? 2 : 0;
    }
    return end;
  }

  private int argumentOrTime(Token token, int at) {
    if (isArgumentOf(statement.enclosing(at), "substring")) {
      return put(",", at, at + 1);
    }
    int end = TimeTravel.end(statement, words, at);
    return end >= 0 ? end : put(token.name(), at, at + 1);
  }

  // The names of an expanded row, or of a field of ROW(...).
  private int as(int at) {
    Token before = statement.at(at - 1);
    int names = statement.partner(at + 1);
    if (before.isMark("*") && statement.at(at + 1).isMark("(") && !holdsQuery(at, names)) {
      return names + 1;
    }
    int open = statement.enclosing(at);
    if (TrinoTypes.isCast(statement, open) && !TrinoTypes.isTypeCast(statement, open)) {
      // What is no type is not left out: no parser takes this.
      return put("as .", at, at + 1);
    }
    boolean field = isArgumentOf(open, "row");
    return field ? at + 2 : super.keyword(statement.at(at), at);
  }
}
