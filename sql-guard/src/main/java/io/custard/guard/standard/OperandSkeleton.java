package io.custard.guard.standard;

import io.custard.guard.text.Skeleton;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Set;

/**
 * Writes a statement of a database in which a comparison may be an operand anywhere, which the
 * parser does not know: {@code NOT EXISTS (...) = (a IS NULL)}. What is rewritten keeps every
 * operand in its place:
 *
 * <ul>
 *   <li>literals read {@code 1}, so that none can pass for a name;
 *   <li>comparisons read {@code ||}: {@code =}, IS, IS DISTINCT FROM, IN, LIKE and its like,
 *       BETWEEN, ESCAPE and their negations, and all operators outside the standard; {@code IS
 *       NULL} reads {@code || null};
 *   <li>NOT, EXISTS and signs before their operand are left out;
 *   <li>{@code IN ()} reads {@code || (null)};
 *   <li>types, COLLATE with its name, and the window that a window builds on are left out.
 * </ul>
 */
public abstract class OperandSkeleton extends SkeletonWriter {
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
  private static final Set<String> AFTER_BASE_WINDOW =
      Set.of("partition", "order", "rows", "range", "groups");
  private static final Set<String> COMPARISONS = Set.of("in", "like", "between", "null");

  private final ContextWords words;

  protected OperandSkeleton(Statement statement, Keywords keywords, ContextWords words) {
    super(statement, keywords);
    this.words = words;
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
      case "not" -> not(at);
      case "exists" -> endsOperand(at - 1) ? put("exists", at, at + 1) : at + 1;
      case "like" -> put("||", at, at + 1);
      case "between" -> put(isFrame(at - 1) ? "between" : "||", at, at + 1);
      case "in" -> in(at);
      default -> super.keyword(token, at);
    };
  }

  private boolean isFrame(int at) {
    Token token = statement.at(at);
    return words.isKeyword(at)
        && (token.isWord("rows") || token.isWord("range") || token.isWord("groups"));
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

  // Behind an operand it belongs to the comparison that follows; what is neither is not hidden.
  private int not(int at) {
    Token after = statement.at(at + 1);
    if (!endsOperand(at - 1)) {
      return statement.at(at - 1).isWord("as") ? put("not", at, at + 1) : at + 1;
    }
    if (after.isWord("null")) {
      return put("|| null", at, at + 2);
    }
    return isComparison(after) ? at + 1 : put("not", at, at + 1);
  }

  /** Whether NOT may stand between an operand and this word. */
  protected boolean isComparison(Token word) {
    return word.kind() == TokenKind.WORD && COMPARISONS.contains(word.name());
  }

  /** IN, which is followed by a parenthesis. */
  protected int in(int at) {
    boolean empty = statement.at(at + 1).isMark("(") && statement.at(at + 2).isMark(")");
    return empty ? put("|| ( null )", at, at + 3) : put("||", at, at + 1);
  }
}
