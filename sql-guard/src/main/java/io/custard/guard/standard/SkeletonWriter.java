package io.custard.guard.standard;

import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes a statement for the parser, token by token. A dialect extends it with its own key words.
 *
 * <p>Every rewriting keeps the structure by the server's grammar, and none hides an expression:
 *
 * <ul>
 *   <li>names read {@code "n<token>"}, literals {@code 's'}, numbers {@code 1};
 *   <li>operators outside the standard read {@code ||}; one before its operand is left out;
 *   <li>types are left out: {@code CAST(x AS t)} reads {@code (x)}, {@code x::t} reads {@code x},
 *       {@code DATE '...'} reads {@code 's'};
 *   <li>COLLATE and its name are left out; ESCAPE reads as an operator.
 * </ul>
 */
public abstract class SkeletonWriter {
  private static final Set<String> PLAIN_OPERATORS =
      Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%");
  private static final Set<String> CASTS = Set.of("cast", "try_cast", "safe_cast", "try_convert");

  protected final Statement statement;
  protected final Keywords keywords;
  private final List<Skeleton.Piece> pieces = new ArrayList<>();

  protected SkeletonWriter(Statement statement, Keywords keywords) {
    this.statement = statement;
    this.keywords = keywords;
  }

  /** The statement from a token on. */
  public final Skeleton write(int from) {
    int at = from;
    while (at < statement.size()) {
      at = next(at);
    }
    return new Skeleton(pieces);
  }

  /** Writes words for the token at {@code at}; returns {@code next}. */
  protected final int put(String text, int at, int next) {
    for (String word : text.split(" ", -1)) {
      pieces.add(new Skeleton.Piece(word, at));
    }
    return next;
  }

  /** Writes what stands for the token; returns the index of the next token to write. */
  protected int next(int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING -> put("'s'", at, at + 1);
      case NUMBER -> put("1", at, at + 1);
      case OPERATOR -> operator(token, at);
      case PUNCTUATION -> punctuation(token, at);
      case WORD, QUOTED_NAME -> isName(at) ? name(token, at) : keyword(token, at);
    };
  }

  protected int operator(Token token, int at) {
    if (!token.text().equals("*") && !endsOperand(at - 1)) {
      return at + 1;
    }
    String standard = token.text().equals("==") ? "=" : token.text();
    return put(PLAIN_OPERATORS.contains(standard) ? standard : "||", at, at + 1);
  }

  protected int punctuation(Token token, int at) {
    return token.isMark("::") ? typeEnd(at + 1) : put(token.text(), at, at + 1);
  }

  /** A name; {@code DATE '...'} is a literal. */
  protected int name(Token token, int at) {
    boolean typed =
        token.kind() == TokenKind.WORD
            && statement.at(at + 1).kind() == TokenKind.STRING
            && !endsOperand(at - 1)
            && !statement.at(at - 1).isMark(".")
            && !statement.at(at - 1).isWord("as");
    return typed ? at + 1 : put(Skeleton.standIn(at), at, at + 1);
  }

  /** A key word; most are written as they are. */
  protected int keyword(Token token, int at) {
    if (CASTS.contains(token.name()) && statement.at(at + 1).isMark("(")) {
      return at + 1;
    }
    return switch (token.name()) {
      case "as" -> isCast(at) ? statement.partner(statement.enclosing(at)) : put("as", at, at + 1);
      case "collate" -> chainEnd(at + 1);
      case "escape" -> put("||", at, at + 1);
      default -> put(token.name(), at, at + 1);
    };
  }

  /** Whether the token is a name where it stands: quoted, behind a dot or AS, or no key word. */
  protected boolean isName(int at) {
    Token token = statement.at(at);
    Token before = statement.at(at - 1);
    if (token.kind() == TokenKind.QUOTED_NAME || before.isMark(".")) {
      return true;
    }
    if (keywords.isCallable(token) && statement.at(at + 1).isMark("(")) {
      return true;
    }
    boolean alias = before.isWord("as") && !token.isWord("not") && !token.isWord("materialized");
    return alias || !keywords.isKeyword(token);
  }

  /** Whether an operator behind the token at {@code at} has two sides. */
  protected boolean endsOperand(int at) {
    Token token = statement.at(at);
    return switch (token.kind()) {
      case STRING, NUMBER, QUOTED_NAME -> true;
      case OPERATOR -> token.text().equals("*") && statement.at(at - 1).isMark(".");
      case PUNCTUATION -> token.isMark(")") || token.isMark("]") || token.isMark("}");
      case WORD -> isName(at) || keywords.isValue(token);
    };
  }

  /** The index behind a chain of names joined by dots. */
  protected final int chainEnd(int from) {
    int at = from + 1;
    while (statement.at(at).isMark(".")) {
      at += 2;
    }
    return at;
  }

  /** The index behind a type: a name, what stands in parentheses behind it, and array bounds. */
  protected int typeEnd(int from) {
    int at = chainEnd(from);
    if (statement.at(at).isMark("(")) {
      at = statement.partner(at) + 1;
    }
    while (statement.at(at).isMark("[")) {
      at = statement.partner(at) + 1;
    }
    return at;
  }

  // The AS of CAST(x AS type).
  private boolean isCast(int at) {
    int open = statement.enclosing(at);
    Token called = statement.at(open - 1);
    return open > 0 && called.kind() == TokenKind.WORD && CASTS.contains(called.name());
  }
}
