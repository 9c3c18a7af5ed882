package io.custard.check.type;

import io.custard.check.block.Bound;
import io.custard.guard.text.Statement;
import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a column is compared with, as the text says it. The column must be the whole left side and
 * what it is compared with the whole right side; otherwise there is nothing to compare.
 */
final class Comparison {
  /** A right side. */
  sealed interface Operand {
    record Text(String value) implements Operand {}

    record Numeral() implements Operand {}

    record Pattern() implements Operand {}

    /** Perhaps a column, by the tokens of its name. */
    record Name(int first, int last) implements Operand {}
  }

  private static final Set<String> OPERATORS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");
  private static final Set<String> BEFORE =
      Set.of("where", "and", "or", "on", "not", "having", "when", "select");
  private static final Set<String> BEHIND =
      Set.of(
          ("and or group order having limit offset fetch union intersect except window then else end"
                  + " as join inner left right full cross where qualify")
              .split(" ", -1));

  private final Statement tokens;
  private final Bound column;

  Comparison(Statement tokens, Bound column) {
    this.tokens = tokens;
    this.column = column;
  }

  Stream<Operand> operands() {
    Token before = tokens.at(column.first() - 1);
    if (!before.isMark("(") && !isOneOf(before, BEFORE)) {
      return Stream.empty();
    }
    int at = column.last() + 1;
    if (tokens.at(at).kind() == TokenKind.OPERATOR && OPERATORS.contains(tokens.at(at).text())) {
      return single(at + 1).stream();
    }
    int word = tokens.at(at).isWord("not") ? at + 1 : at;
    return switch (tokens.at(word).kind() == TokenKind.WORD ? tokens.at(word).name() : "") {
      case "like", "ilike" ->
          tokens.at(word + 1).kind() == TokenKind.STRING
              ? Stream.of(new Operand.Pattern())
              : Stream.empty();
      case "in" -> list(word + 1).stream();
      case "between" -> single(word + 1).stream();
      default -> Stream.empty();
    };
  }

  private Optional<Operand> single(int at) {
    Token token = tokens.at(at);
    if (token.isNamed()) {
      int last = at;
      while (tokens.at(last + 1).isMark(".")) {
        last += 2;
      }
      return ends(last + 1) ? Optional.of(new Operand.Name(at, last)) : Optional.empty();
    }
    return ends(at + 1) ? literal(token) : Optional.empty();
  }

  private static Optional<Operand> literal(Token token) {
    return token.kind() == TokenKind.NUMBER
        ? Optional.of(new Operand.Numeral())
        : Literals.value(token).map(Operand.Text::new);
  }

  private List<Operand> list(int open) {
    List<Operand> operands = new ArrayList<>();
    if (!tokens.at(open).isMark("(")) {
      return operands;
    }
    for (int i = open + 1; i < tokens.partner(open); i += 2) {
      boolean alone = tokens.at(i + 1).isMark(",") || i + 1 == tokens.partner(open);
      Optional<Operand> operand = alone ? literal(tokens.at(i)) : Optional.empty();
      if (operand.isEmpty()) {
        return List.of();
      }
      operands.add(operand.get());
    }
    return operands;
  }

  private boolean ends(int at) {
    Token token = tokens.at(at);
    return at == tokens.size() || token.isMark(")") || token.isMark(",") || isOneOf(token, BEHIND);
  }

  private static boolean isOneOf(Token token, Set<String> words) {
    return token.kind() == TokenKind.WORD && words.contains(token.name());
  }
}
