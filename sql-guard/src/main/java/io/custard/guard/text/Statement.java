package io.custard.guard.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of one statement with their brackets matched. Asking for a token outside the statement
 * gives {@link #NOTHING}, so rules can look around without counting.
 */
public final class Statement {
  /** Stands before the first and after the last token; equal to no mark and no word. */
  public static final Token NOTHING = new Token(TokenKind.PUNCTUATION, "", "", 0);

  private static final Map<String, String> CLOSING = Map.of(")", "(", "]", "[", "}", "{");

  private final List<Token> tokens;
  // For a bracket the index of its partner; for any token the index of the bracket it stands in.
  private final int[] partner;
  private final int[] enclosing;

  private Statement(List<Token> tokens, int[] partner, int[] enclosing) {
    this.tokens = tokens;
    this.partner = partner;
    this.enclosing = enclosing;
  }

  /** Matches the brackets; empty if one of them has no partner. */
  public static Optional<Statement> of(List<Token> tokens) {
    int[] partner = new int[tokens.size()];
    int[] enclosing = new int[tokens.size()];
    Arrays.fill(partner, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (CLOSING.containsKey(token.text()) && token.isMark(token.text())) {
        String opening = CLOSING.get(token.text());
        if (open.isEmpty() || !tokens.get(open.peek()).isMark(opening)) {
          return Optional.empty();
        }
        int start = open.pop();
        partner[i] = start;
        partner[start] = i;
      }
      enclosing[i] = open.isEmpty() ? -1 : open.peek();
      if (CLOSING.containsValue(token.text()) && token.isMark(token.text())) {
        open.push(i);
      }
    }
    return open.isEmpty()
        ? Optional.of(new Statement(List.copyOf(tokens), partner, enclosing))
        : Optional.empty();
  }

  public int size() {
    return tokens.size();
  }

  public Token at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
  }

  /** The bracket that closes or opens with the one at {@code index}; -1 if it is no bracket. */
  public int partner(int index) {
    return index >= 0 && index < partner.length ? partner[index] : -1;
  }

  /** The opening bracket around the token at {@code index}; -1 at the top. */
  public int enclosing(int index) {
    return index >= 0 && index < enclosing.length ? enclosing[index] : -1;
  }

  /** The index at which a chain of names joined by dots begins that has its last name here. */
  public int chainStart(int index) {
    int start = index;
    while (at(start - 1).isMark(".") && at(start - 2).isNamed()) {
      start -= 2;
    }
    return start;
  }

  /** The names of the chain that ends at {@code index}, joined by dots. */
  public String chainName(int index) {
    StringBuilder name = new StringBuilder();
    for (int i = chainStart(index); i < index; i += 2) {
      name.append(at(i).name()).append('.');
    }
    return name.append(at(index).name()).toString();
  }

  /** The canonical text: the tokens, with one blank between them or none. */
  public String canonical() {
    return canonical(new int[tokens.size()]);
  }

  /**
   * The canonical text.
   *
   * @param starts is filled with the place in it where each token begins
   */
  public String canonical(int[] starts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0 && !Spacing.close(at(i - 1), at(i))) {
        text.append(' ');
      }
      starts[i] = text.length();
      text.append(at(i).text());
    }
    return text.toString();
  }
}
