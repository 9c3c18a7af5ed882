package io.custard.guard.postgresql;

import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rewrites a PostgreSQL statement for the parser.
 *
 * <p>Every rewriting keeps the structure by PostgreSQL's own grammar, and none hides an expression:
 *
 * <ul>
 *   <li>all operators outside SQL have one precedence, so they all read {@code ||}; an operator
 *       before its operand is left out;
 *   <li>types are left out: {@code jsonb '{}'}, {@code x::int[]}, column definitions;
 *   <li>markers that change a value but not the shape are left out: COLLATE, VARIADIC, ONLY,
 *       SYMMETRIC, WITH ORDINALITY, {@code (row).field}, the star of {@code FROM t *};
 *   <li>{@code TABLE x} reads {@code SELECT * FROM x}, {@code ROWS FROM (f(), g())} reads {@code
 *       LATERAL (SELECT f(), g())}, {@code CAST(x AS t)} reads {@code (x)}, AT TIME ZONE and ESCAPE
 *       read as operators.
 * </ul>
 *
 * Words without a meaning in a query become names, so the parser's extensions for other databases
 * (TOP, PIVOT, QUALIFY, hints) are out of reach.
 */
public final class PostgresSkeleton {
  private static final Set<String> PLAIN_OPERATORS =
      Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "=>");
  // Unreserved words that queries are built with.
  private static final Set<String> QUERY_WORDS =
      Set.of(
          ("over filter within partition range rows groups preceding following unbounded current"
                  + " exclude ties others no nulls first last next recursive materialized at zone"
                  + " escape by sets cube rollup repeatable insert update delete merge search cycle"
                  + " breadth depth set window respect ignore"
                  + " local normalized unknown nfc nfd nfkc nfkd")
              .split(" ", -1));

  private final Statement statement;
  private final List<Skeleton.Piece> pieces = new ArrayList<>();

  private PostgresSkeleton(Statement statement) {
    this.statement = statement;
  }

  /** Rewrites the statement from the token at {@code from} on. */
  public static Skeleton of(Statement statement, int from) {
    PostgresSkeleton skeleton = new PostgresSkeleton(statement);
    int at = from;
    while (at < statement.size()) {
      at = skeleton.next(at);
    }
    return new Skeleton(skeleton.pieces);
  }

  /** Writes what stands for the token; returns the index of the next token to write. */
  private int next(int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING -> write("'s'", at, at + 1);
      case NUMBER -> write("1", at, at + 1);
      case OPERATOR -> operator(token, at);
      case PUNCTUATION -> punctuation(token, at);
      case WORD, QUOTED_NAME -> named(token, at);
    };
  }

  private int write(String text, int at, int next) {
    pieces.add(new Skeleton.Piece(text, at));
    return next;
  }

  private int operator(Token token, int at) {
    if (token.text().equals("*") && endsRelation(at - 1)) {
      return at + 1;
    }
    if (!token.text().equals("*") && !endsOperand(at - 1)) {
      return at + 1;
    }
    if (PLAIN_OPERATORS.contains(token.text())) {
      return write(token.text(), at, at + 1);
    }
    Token next = statement.at(at + 1);
    boolean quantified = next.isWord("any") || next.isWord("all") || next.isWord("some");
    return write(quantified ? "=" : "||", at, at + 1);
  }

  // FROM t * names the tables that inherit from t as well. A FROM between the arguments of a call,
  // as in EXTRACT(day FROM a * b), names no relation.
  private boolean endsRelation(int at) {
    Token before = statement.at(statement.chainStart(at) - 1);
    Token outside = statement.at(statement.enclosing(at) - 1);
    boolean argument = statement.enclosing(at) >= 0 && outside.isNamed() && !isQueryAt(at);
    return statement.at(at).isNamed()
        && (before.isWord("from") || before.isWord("join"))
        && !argument;
  }

  private boolean isQueryAt(int at) {
    return statement.at(statement.enclosing(at) + 1).isWord("select");
  }

  private boolean endsOperand(int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case OPERATOR -> token.text().equals("*") && statement.at(at - 1).isMark(".");
      case PUNCTUATION -> token.isMark(")") || token.isMark("]");
      case WORD ->
          isName(at)
              || PostgresKeywords.isValue(token)
              || (PostgresKeywords.isColumnKeyword(token) && !token.isWord("between"));
    };
  }

  private int punctuation(Token token, int at) {
    Token before = statement.at(at - 1);
    return switch (token.text()) {
      case ":=" -> write("=>", at, at + 1);
      case "::" -> {
        int end = PostgresTypes.end(statement, at + 1);
        yield end < 0 ? write("::", at, at + 1) : end;
      }
      case "." -> before.isMark(")") || before.isMark("]") ? at + 2 : write(".", at, at + 1);
      case ":" -> slice(at);
      default -> write(token.text(), at, at + 1);
    };
  }

  // Both bounds of a slice are expressions; a missing one leaves the other, or a number, alone.
  private int slice(int at) {
    boolean low = !statement.at(at - 1).isMark("[");
    boolean high = !statement.at(at + 1).isMark("]");
    if (low && high) {
      return write("+", at, at + 1);
    }
    return low || high ? at + 1 : write("1", at, at + 1);
  }

  private int named(Token token, int at) {
    boolean name = isName(at);
    int literal = name && startsExpression(at) ? PostgresTypes.typedLiteral(statement, at) : -1;
    if (literal >= 0) {
      write("'s'", literal, literal);
      return PostgresTypes.intervalFieldsEnd(statement, at, literal + 1);
    }
    if (name) {
      boolean unit = statement.at(at - 1).isMark("(") && statement.at(at - 2).isWord("extract");
      return write(unit ? "year" : Skeleton.standIn(at), at, at + 1);
    }
    return PostgresWords.next(statement, at, token, pieces);
  }

  private boolean startsExpression(int at) {
    return !statement.at(at - 1).isMark(".") && !statement.at(at - 1).isWord("as");
  }

  /** Whether the token is a name where it stands: quoted, after a dot, or no word of queries. */
  private boolean isName(int at) {
    Token token = statement.at(at);
    if (token.kind() == TokenKind.QUOTED_NAME || statement.at(at - 1).isMark(".")) {
      return true;
    }
    if (statement.at(at - 1).isWord("as")
        && !token.isWord("not")
        && !token.isWord("materialized")) {
      return true;
    }
    boolean called = statement.at(at + 1).isMark("(");
    if (called && (token.isWord("left") || token.isWord("right"))) {
      return true;
    }
    if (statement.at(at - 1).isWord("tablesample")) {
      return false;
    }
    if (token.isWord("at")) {
      return !statement.at(at + 1).isWord("time") && !statement.at(at + 1).isWord("local");
    }
    if (token.isWord("grouping") && statement.at(at + 1).isWord("sets")) {
      return false;
    }
    return !PostgresKeywords.isReserved(token)
        && !PostgresKeywords.isTypeOrFunction(token)
        && !PostgresWords.isSyntax(token)
        && !QUERY_WORDS.contains(token.name());
  }
}
