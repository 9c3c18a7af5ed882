package io.custard.guard.clickhouse;

import io.custard.guard.standard.SkeletonWriter;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Skeleton.Piece;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites a ClickHouse statement for the parser; beyond the standard rewritings:
 *
 * <ul>
 *   <li>arrays and maps read as lists in parentheses, an index as an operator; {@code f(p)(x)}
 *       reads {@code f(p, x)}; lambdas, {@code a ? b : c} and ESCAPE read as operators;
 *   <li>IN reads {@code =}, with a name behind it {@code = (SELECT * FROM name)};
 *   <li>{@code WITH x AS n} reads {@code WITH n AS (SELECT x)}, under a name that no relation has;
 *   <li>aliases inside of expressions, elements ({@code t.1}), types, units of INTERVAL, FINAL,
 *       SAMPLE with numbers, WITH TOTALS and its like are left out;
 *   <li>the words between the arguments of TRIM, SUBSTRING and their like read as commas;
 *   <li>see {@link ClickHouseClauses} for joins, PREWHERE, LIMIT BY, WITH FILL and what follows a
 *       star.
 * </ul>
 */
final class ClickHouseSkeleton extends SkeletonWriter {
  private static final Set<String> LITERAL_TYPES =
      Set.of("date", "date32", "datetime", "datetime64", "timestamp", "time");
  private static final Set<String> WINDOW_WORDS =
      Set.of("order", "partition", "rows", "range", "groups");
  // No relation has a name with the quotes in it.
  private static final String EXPRESSION_NAME = "\"(expression)\"";

  private final ClickHouseWords words;
  private final ClickHouseQuery query;
  private final ClickHouseClauses clauses;
  private final Set<String> names;
  private final Map<Integer, String> inserted = new HashMap<>();
  private final Set<Integer> itemAliases = new HashSet<>();
  private final Set<String> expressionNames = new HashSet<>();

  ClickHouseSkeleton(Statement statement, ClickHouseWords words) {
    super(statement, ClickHouseWords.keywords());
    this.words = words;
    this.query = new ClickHouseQuery(statement, words);
    this.clauses = new ClickHouseClauses(statement, words, query);
    this.names = query.names();
  }

  /** The statement from a token on, with what is inserted behind its last token. */
  Skeleton writeAll(int from) {
    Skeleton skeleton = write(from);
    String last = inserted.getOrDefault(statement.size(), "");
    List<Piece> pieces = new ArrayList<>(skeleton.pieces());
    for (String text : last.strip().split(" ", -1)) {
      if (!text.isEmpty()) {
        pieces.add(new Piece(text, statement.size() - 1));
      }
    }
    return new Skeleton(pieces);
  }

  private void insert(int at, String text) {
    inserted.merge(at, text, (inner, outer) -> inner + " " + outer);
  }

  @Override
  protected int next(int at) {
    String before = inserted.remove(at);
    if (before != null) {
      put(before, at, at);
    }
    ClickHouseClauses.Rewriting rewriting = clauses.at(at);
    if (rewriting == null) {
      return super.next(at);
    }
    if (!rewriting.text().isEmpty()) {
      put(rewriting.text(), at, at);
    }
    if (rewriting.closesAt() >= 0) {
      insert(rewriting.closesAt(), ")");
    }
    return rewriting.next();
  }

  @Override
  protected int punctuation(Token token, int at) {
    return switch (token.text()) {
      case "[" -> {
        String text = words.endsOperand(at - 1) ? "|| (" : "(";
        boolean empty = statement.partner(at) == at + 1;
        yield put(empty ? text + " null" : text, at, at + 1);
      }
      case "{" -> put(statement.partner(at) == at + 1 ? "( null" : "(", at, at + 1);
      case "]", "}" -> put(")", at, at + 1);
      case "(" -> {
        boolean emptyTuple = statement.partner(at) == at + 1 && !statement.at(at - 1).isNamed();
        yield put(emptyTuple ? "( null" : "(", at, at + 1);
      }
      case ")" -> isParametric(at) ? joinArguments(at) : put(")", at, at + 1);
      case ":" -> put(statement.at(statement.enclosing(at)).isMark("{") ? "," : "||", at, at + 1);
      case "::" -> query.isInType(at + 1) ? typeEnd(at + 1) : at + 1;
      case "." -> dot(at);
      case "," -> words.places().isTrailingComma(at) ? at + 1 : put(",", at, at + 1);
      default -> put(token.text(), at, at + 1);
    };
  }

  private int dot(int at) {
    Token before = statement.at(at - 1);
    Token after = statement.at(at + 1);
    if (after.kind() == TokenKind.NUMBER) {
      return at + 2;
    }
    if (after.isMark(":")) {
      return typeEnd(at + 2);
    }
    boolean element = before.isMark(")") || before.isMark("]") || before.kind() == TokenKind.NUMBER;
    if (element && after.isNamed() && !statement.at(at + 2).isMark("(")) {
      return at + 2;
    }
    return put(".", at, after.isMark("^") ? at + 2 : at + 1);
  }

  // The parentheses behind the parameters of an aggregate.
  private boolean isParametric(int close) {
    int name = statement.partner(close) - 1;
    return statement.at(close + 1).isMark("(")
        && statement.at(name).isNamed()
        && !words.isKeyword(name);
  }

  private int joinArguments(int close) {
    boolean both = statement.partner(close) < close - 1 && statement.partner(close + 1) > close + 2;
    int next = statement.at(close + 2).isWord("distinct") ? close + 3 : close + 2;
    return both ? put(",", close, next) : next;
  }

  @Override
  protected int name(Token token, int at) {
    Token after = statement.at(at + 1);
    Token before = statement.at(at - 1);
    if (isIntervalUnit(at) || isBaseWindow(at)) {
      return at + 1;
    }
    if (after.kind() == TokenKind.STRING
        && LITERAL_TYPES.contains(token.name())
        && !words.endsOperand(at - 1)) {
      return at + 1;
    }
    boolean unit =
        ClickHousePlaces.isUnit(token)
            && before.isMark("(")
            && statement.at(at - 2).isNamed()
            && (after.isMark(",") || after.isWord("from"));
    if (unit) {
      return put("'s'", at, at + 1);
    }
    put(Skeleton.standIn(at), at, at);
    return isNested(at) ? namesEnd(at) : at + 1;
  }

  // A column with dots in its name, or an element of one, when nothing is called like its start.
  private boolean isNested(int at) {
    int second = at + 2;
    return statement.at(at + 1).isMark(".")
        && statement.at(second).isNamed()
        && !statement.at(at - 1).isMark(".")
        && !names.contains(ClickHouseGrammar.exact(statement.at(at)))
        && !(names.contains(ClickHouseGrammar.exact(statement.at(second)))
            && statement.at(second + 1).isMark("."))
        && !statement.at(namesEnd(at)).isMark("(")
        && !statement.at(namesEnd(at)).isMark(".")
        && !query.isRelation(at);
  }

  private int namesEnd(int at) {
    int end = at + 1;
    while (statement.at(end).isMark(".") && statement.at(end + 1).isNamed()) {
      end += 2;
    }
    return end;
  }

  private boolean isIntervalUnit(int at) {
    if (!ClickHousePlaces.isUnit(statement.at(at)) || !words.endsOperand(at - 1)) {
      return false;
    }
    int open = statement.enclosing(at);
    for (int i = at - 1; i > open; i--) {
      if (statement.enclosing(i) == open && statement.at(i).isWord("interval")) {
        return words.isKeyword(i);
      }
      if (statement.enclosing(i) == open && statement.at(i).isMark(",")) {
        return false;
      }
    }
    return false;
  }

  private boolean isBaseWindow(int at) {
    Token after = statement.at(at + 1);
    boolean ends =
        after.isMark(")")
            || (after.kind() == TokenKind.WORD && WINDOW_WORDS.contains(after.name()));
    return statement.at(at - 1).isMark("(")
        && (words.isKeyword(at - 2) && statement.at(at - 2).isWord("over"))
        && ends;
  }

  @Override
  protected int keyword(Token token, int at) {
    if (words.places().isWordyArgument(at)) {
      switch (token.name()) {
        case "leading", "trailing", "both" -> {
          return at + 1;
        }
        case "from", "for", "placing", "in" -> {
          boolean first =
              statement.at(at - 1).isMark("(")
                  || ClickHouseWords.keywords().isKeyword(statement.at(at - 1));
          return first ? at + 1 : put(",", at, at + 1);
        }
        default -> {
          // An ordinary key word.
        }
      }
    }
    return switch (token.name()) {
      case "as" -> as(at);
      case "with" -> with(at);
      case "interval" -> at + 1;
      case "not", "global" ->
          statement.at(at + 1).isWord("in") || statement.at(at + 2).isWord("in")
              ? at + 1
              : put(token.name(), at, at + 1);
      case "in" -> in(at);
      case "regexp", "rlike" -> put("like", at, at + 1);
      case "div" -> put("/", at, at + 1);
      case "mod" -> put("%", at, at + 1);
      case "ascending" -> put("asc", at, at + 1);
      case "descending" -> put("desc", at, at + 1);
      case "ignore", "respect" -> at + 2;
      case "collate" -> at + 2;
      default -> super.keyword(token, at);
    };
  }

  private int as(int at) {
    if (itemAliases.contains(at)) {
      return put(")", at, at + 2);
    }
    int open = statement.enclosing(at);
    if (query.isCastAs(at)) {
      int end = at + 1;
      while (end < statement.partner(open) && !statement.at(end).isMark(",")) {
        end = Math.max(end + 1, statement.partner(end) + 1);
      }
      return end;
    }
    if (words.places().isIn(at, "interpolate")) {
      return put("=", at, at + 1);
    }
    return isInExpression(open) ? at + 2 : put("as", at, at + 1);
  }

  private boolean isInExpression(int open) {
    if (open < 0) {
      return false;
    }
    Token first = statement.at(open + 1);
    boolean query = first.isWord("select") || first.isWord("with");
    Token before = statement.at(open - 1);
    boolean relations =
        words.isKeyword(open - 1) && (before.isWord("from") || before.isWord("join"));
    return !query && !relations;
  }

  private int in(int at) {
    int name = at + 1;
    Token table = statement.at(name);
    boolean named = table.isNamed() && !words.isKeyword(name);
    int end = namesEnd(name);
    boolean relation =
        named
            && !statement.at(end).isMark("(")
            && !statement.at(end).isMark("[")
            && !statement.at(end).isMark(".")
            && !expressionNames.contains(ClickHouseGrammar.exact(table));
    if (!relation) {
      return put("=", at, at + 1);
    }
    put("= ( select * from", at, at);
    for (int i = name; i < end; i++) {
      put(statement.at(i).isMark(".") ? "." : Skeleton.standIn(i), i, i);
    }
    return put(")", end - 1, end);
  }

  // Finds the items of WITH that are expressions.
  private int with(int at) {
    int item = statement.at(at + 1).isWord("recursive") ? at + 2 : at + 1;
    while (item < statement.size()) {
      int end = query.itemEnd(item);
      if (!query.isNamedQuery(item) && statement.at(end - 2).isWord("as")) {
        insert(item, EXPRESSION_NAME + " as ( select");
        itemAliases.add(end - 2);
        expressionNames.add(ClickHouseGrammar.exact(statement.at(end - 1)));
      }
      if (!statement.at(end).isMark(",")) {
        break;
      }
      item = end + 1;
    }
    return put("with", at, at + 1);
  }

  @Override
  protected boolean isName(int at) {
    return statement.at(at).isNamed() && !words.isKeyword(at);
  }

  @Override
  protected boolean endsOperand(int at) {
    return words.endsOperand(at);
  }
}
