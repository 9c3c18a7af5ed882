package io.custard.guard.duckdb;

import io.custard.guard.standard.Keywords;
import io.custard.guard.standard.SkeletonWriter;
import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Rewrites a DuckDB statement for the parser. Beyond the rewritings of {@link SkeletonWriter} and
 * of {@link DuckdbClauseWriter}, and like them keeping every expression:
 *
 * <ul>
 *   <li>lists, structs and maps read as calls of their elements; the keys of a struct, which are no
 *       expressions, and the names of named arguments are left out;
 *   <li>{@code x[a:b]} reads {@code x || (a, b)}, {@code x.f(y)} reads {@code x || f(y)}, and a
 *       field behind a bracket is left out;
 *   <li>{@code lambda x, y: z} reads {@code (x, y) || z}; {@code [x for y in z if w]} reads as a
 *       call of x, y, z and w;
 *   <li>{@code x: 1} reads {@code 1}, {@code t: r} reads {@code r as t};
 *   <li>{@code INTERVAL (x) DAYS} reads {@code (x)}; key words between arguments read as commas;
 *   <li>an operator without a right side, a comma before a closing mark and {@code ()} around
 *       nothing are left out.
 * </ul>
 */
final class DuckdbSkeleton extends SkeletonWriter {
  private static final Set<String> AFTER_EXPRESSION =
      Set.of(
          ("from where group having window qualify order limit offset union intersect except as and"
                  + " or then else end when on asc desc nulls using select in is not between join")
              .split(" ", -1));

  private final DuckdbWords words;
  private final DuckdbClauseWriter clauses;

  DuckdbSkeleton(Statement statement, Keywords keywords) {
    super(statement, keywords);
    this.words = new DuckdbWords(statement, keywords);
    this.clauses = new DuckdbClauseWriter(statement, words, this);
  }

  @Override
  protected boolean isName(int at) {
    return words.isName(at);
  }

  int write(String text, int at, int next) {
    return put(text, at, next);
  }

  /** Writes the tokens from {@code from} to {@code end}. */
  int writeRange(int from, int end) {
    int at = from;
    while (at < end) {
      at = next(at);
    }
    return end;
  }

  @Override
  protected int next(int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    boolean starts = before.isMark("(") || before.isMark(",") || before.isMark("{");
    Token after = statement.at(at + 1);
    if (token.isNamed() && starts && (after.isMark(":=") || after.isMark("=>"))) {
      return at + 2;
    }
    if (after.isMark(":") && (token.isNamed() || token.kind() == TokenKind.STRING)) {
      int value = labelled(at);
      if (value >= 0) {
        return value;
      }
    }
    if (DuckdbClauses.isInWordyCall(statement, at)) {
      int next = wordyArgument(token, at);
      if (next >= 0) {
        return next;
      }
    }
    return super.next(at);
  }

  // A key of a struct, or an alias in front of what it names.
  private int labelled(int at) {
    Token before = statement.at(at - 1);
    Token open = statement.at(statement.enclosing(at));
    if (open.isMark("{")) {
      boolean map = statement.at(statement.enclosing(at) - 1).isWord("map");
      return !map && (before.isMark("{") || before.isMark(",")) ? at + 2 : -1;
    }
    if (open.isMark("[") || !statement.at(at).isNamed()) {
      return -1;
    }
    if (DuckdbClauses.isInSelectList(statement, at)) {
      boolean starts = before.isMark(",") || before.isWord("select") || before.isWord("distinct");
      return starts || before.isMark(")") ? at + 2 : -1;
    }
    if (statement.at(at + 3).isMark(":")) {
      // A label has no label: no parser takes this, and the rest is not read again and again.
      return put(")", at, at + 1);
    }
    int end = DuckdbClauses.chainEnd(statement, at + 2);
    if (statement.at(at + 2).isMark("(")) {
      end = statement.partner(at + 2) + 1;
    } else if (statement.at(end).isMark("(")) {
      end = statement.partner(end) + 1;
    }
    writeRange(at + 2, end);
    put("as", at, at);
    return put(Skeleton.standIn(at), at, end);
  }

  // EXTRACT(year FROM x), TRIM(BOTH x FROM y), POSITION(x IN y).
  private int wordyArgument(Token token, int at) {
    boolean first = statement.at(at - 1).isMark("(");
    boolean extract = statement.at(statement.enclosing(at) - 1).isWord("extract");
    if (first && extract && statement.at(at + 1).isWord("from")) {
      return at + 2;
    }
    return switch (token.kind() == TokenKind.WORD ? token.name() : "") {
      case "both", "leading", "trailing" -> at + 1;
      case "from", "for", "in", "placing" ->
          first
                  || DuckdbClauses.isOneOf(
                      statement.at(at - 1), Set.of("both", "leading", "trailing"))
              ? at + 1
              : put(",", at, at + 1);
      default -> -1;
    };
  }

  @Override
  protected int operator(Token token, int at) {
    Token after = statement.at(at + 1);
    if (token.isMark("*") && DuckdbClauses.isStar(statement, at)) {
      boolean unpacks = after.isWord("columns") || after.isMark("[");
      return unpacks ? at + 1 : put("*", at, at + 1);
    }
    if (token.isMark("-") && (after.isMark(":") || after.isMark("]"))) {
      return put("1", at, at + 1);
    }
    if (words.followsStar(at)) {
      return put(",", at, at + 1);
    }
    if ((token.isMark("!") || token.isMark("%")) && endsExpression(at + 1)) {
      return at + 1;
    }
    if (after.isWord("any") || after.isWord("all") || after.isWord("some")) {
      return put("=", at, at + 1);
    }
    return super.operator(token, at);
  }

  // Whether no operand can start at the token.
  @SuppressWarnings("ReferenceEquality") // NOTHING is one instance
  boolean endsExpression(int at) {
    Token token = statement.at(at);
    return token == Statement.NOTHING
        || token.isMark(")")
        || token.isMark("]")
        || token.isMark("}")
        || token.isMark(",")
        || token.isMark(":")
        || (DuckdbClauses.isOneOf(token, AFTER_EXPRESSION) && !statement.at(at + 1).isMark("."));
  }

  @Override
  protected int punctuation(Token token, int at) {
    return switch (token.text()) {
      case "::" -> {
        int end = DuckdbTypes.end(statement, at + 1);
        yield end < 0 ? put("::", at, at + 1) : end;
      }
      case "." -> dot(at);
      case "[" -> put(endsOperand(at - 1) ? "|| (" : Skeleton.standIn(at) + " (", at, at + 1);
      case "{" -> put(Skeleton.standIn(at) + " (", at, at + 1);
      case "]", "}" -> put(")", at, at + 1);
      case ":" -> colon(at);
      case "," -> trailing(at + 1) ? at + 1 : put(",", at, at + 1);
      case "(" ->
          statement.at(at + 1).isMark(")") && !isCalled(at)
              ? put("1", at, at + 2)
              : put("(", at, at + 1);
      default -> put(token.text(), at, at + 1);
    };
  }

  private boolean isCalled(int open) {
    Token before = statement.at(open - 1);
    return before.isWord("over") || (before.isNamed() && isName(open - 1));
  }

  private int dot(int at) {
    boolean method = statement.at(at + 2).isMark("(");
    boolean chain =
        statement.at(at - 1).isNamed()
            && !statement.at(statement.chainStart(at - 1) - 1).isMark(".");
    if (chain) {
      return put(method ? "||" : ".", at, at + 1);
    }
    return method ? put("||", at, at + 1) : at + 2;
  }

  // Both bounds of a slice are expressions; a missing one reads as a number.
  private int colon(int at) {
    Token open = statement.at(statement.enclosing(at));
    if (open.isMark("{")) {
      return put(",", at, at + 1);
    }
    if (!open.isMark("[")) {
      return put(":", at, at + 1);
    }
    boolean low = !statement.at(at - 1).isMark("[");
    boolean high = !statement.at(at + 1).isMark("]") && !statement.at(at + 1).isMark(":");
    return put((low ? "" : "1 ") + "," + (high ? "" : " 1"), at, at + 1);
  }

  private boolean trailing(int at) {
    return statement.at(at).kind() == TokenKind.WORD
        ? DuckdbClauses.endsRelations(statement, at)
            || (statement.at(at).isWord("from") && !statement.at(at + 1).isMark("."))
        : endsExpression(at) && !statement.at(at).isMark(",");
  }

  @Override
  protected int name(Token token, int at) {
    boolean starts =
        token.kind() == TokenKind.WORD
            && !endsOperand(at - 1)
            && !statement.at(at - 1).isMark(".")
            && !statement.at(at - 1).isWord("as");
    if (statement.at(at - 1).isMark("(") && statement.at(at - 2).isWord("over")) {
      // A window that goes on from a named one.
      boolean more = !statement.at(at + 1).isMark(")");
      return more ? at + 1 : put(Skeleton.standIn(at), at, at + 1);
    }
    int literal = starts ? DuckdbTypes.typedLiteral(statement, at) : -1;
    return literal >= 0 ? put("'s'", literal, literal + 1) : put(Skeleton.standIn(at), at, at + 1);
  }

  @Override
  protected int keyword(Token token, int at) {
    Token after = statement.at(at + 1);
    return switch (token.name()) {
      case "cast", "try_cast" -> at + 1;
      case "as" -> as(at);
      case "interval" -> interval(at);
      case "lambda" -> lambda(at);
      case "array" -> after.isMark("[") || after.isMark("(") ? at + 1 : put("array", at, at + 1);
      case "map", "unpack", "export_state", "percent" -> at + 1;
      case "ignore", "respect" -> at + 2;
      case "row" -> put("row", at, at + 1);
      case "if" -> put(",", at, at + 1);
      case "for" -> words.isComprehension(at) ? put(",", at, at + 1) : put("for", at, at + 1);
      case "in" -> in(at);
      case "not" -> not(at);
      case "at" -> at(at);
      case "like", "ilike", "glob", "similar" -> like(at);
      case "collate" -> chainEnd(at + 1);
      case "escape" -> put("||", at, at + 1);
      default -> clauses.keyword(token, at);
    };
  }

  private int as(int at) {
    if (DuckdbTypes.isCastAs(statement, at)) {
      return statement.partner(statement.enclosing(at));
    }
    put("as", at, at);
    boolean label = statement.at(at + 1).kind() == TokenKind.STRING;
    return label && DuckdbClauses.isInSelectList(statement, at)
        ? put(Skeleton.standIn(at + 1), at + 1, at + 2)
        : at + 1;
  }

  private int interval(int at) {
    if (!statement.at(at + 1).isMark("(")) {
      return DuckdbTypes.unitsEnd(statement, put("'s'", at, at + 2));
    }
    int close = statement.partner(at + 1);
    put("(", at + 1, at);
    writeRange(at + 2, close);
    return DuckdbTypes.unitsEnd(statement, put(")", close, close + 1));
  }

  // The parameters are names and commas up to the colon.
  private int lambda(int at) {
    int colon = at + 1;
    while (statement.at(colon).isNamed() || statement.at(colon).isMark(",")) {
      colon++;
    }
    put("(", at, at);
    for (int i = at + 1; i < colon; i++) {
      put(statement.at(i).isMark(",") ? "," : Skeleton.standIn(i), i, i);
    }
    return put(") ||", colon, statement.at(colon).isMark(":") ? colon + 1 : colon);
  }

  // IN in a comprehension, before a list that is no parenthesis, or before a query.
  private int in(int at) {
    boolean comprehends = words.isComprehension(at) && isFirstIn(at);
    if (comprehends) {
      return put(",", at, at + 1);
    }
    return put(statement.at(at + 1).isMark("(") ? "in" : "||", at, at + 1);
  }

  private boolean isFirstIn(int at) {
    int before = at - 1;
    while (statement.at(before).isMark(",") || statement.at(before).isNamed()) {
      if (statement.at(before).isWord("for")) {
        return true;
      }
      before--;
    }
    return false;
  }

  private int not(int at) {
    Token after = statement.at(at + 1);
    boolean list = after.isWord("in") && !statement.at(at + 2).isMark("(");
    boolean pattern = words.followsStar(at);
    return list || pattern ? at + 1 : put("not", at, at + 1);
  }

  private int at(int at) {
    if (statement.at(at + 1).isWord("time")) {
      return put("||", at, at + 3);
    }
    // AT (VERSION => 3): what is left out is one literal.
    int close = statement.partner(at + 1);
    TokenKind value = statement.at(at + 4).kind();
    boolean literal = value == TokenKind.NUMBER || value == TokenKind.STRING;
    return literal && close == at + 5 && statement.at(at + 3).isMark("=>")
        ? close + 1
        : put("at", at, at + 1);
  }

  private int like(int at) {
    int next = statement.at(at + 1).isWord("to") ? at + 2 : at + 1;
    boolean star =
        words.followsStar(at) || (statement.at(at - 1).isWord("not") && words.followsStar(at - 1));
    return put(star ? "," : "like", at, next);
  }
}
