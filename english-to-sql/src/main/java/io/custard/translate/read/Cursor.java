package io.custard.translate.read;

import io.custard.translate.link.Linker;
import io.custard.translate.link.Mention;
import io.custard.translate.link.Value;
import io.custard.translate.text.DateSpan;
import io.custard.translate.text.Quantity;
import io.custard.translate.text.Token;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in the tokens of a question, with what starts there. Not shared between threads. */
public final class Cursor {
  private static final Token END = new Token("", "", "", Token.Kind.MARK, 0, 0);

  private final List<Token> tokens;
  private final Linker linker;
  private final Map<Integer, Value> values;
  private final LocalDate today;
  private int at;

  /** The start of a question. */
  public Cursor(List<Token> tokens, Linker linker, List<Value> values, LocalDate today) {
    this.tokens = List.copyOf(tokens);
    this.linker = linker;
    this.values = new java.util.HashMap<>();
    values.forEach(value -> this.values.put(value.from(), value));
    this.today = today;
  }

  List<Token> tokens() {
    return tokens;
  }

  int at() {
    return at;
  }

  void backTo(int place) {
    at = place;
  }

  void skip(int count) {
    at += count;
  }

  boolean done() {
    return at >= tokens.size();
  }

  Token token() {
    return token(0);
  }

  Token token(int offset) {
    int place = at + offset;
    return place >= 0 && place < tokens.size() ? tokens.get(place) : END;
  }

  /** Whether the words of a phrase stand here. */
  boolean sees(String phrase) {
    int offset = 0;
    for (String word : phrase.split(" ", -1)) {
      if (!token(offset).is(word) || values.containsKey(at + offset)) {
        return false;
      }
      offset++;
    }
    return true;
  }

  /** Steps over a phrase if it stands here. */
  boolean eat(String phrase) {
    boolean seen = sees(phrase);
    if (seen) {
      at += phrase.split(" ", -1).length;
    }
    return seen;
  }

  /** Steps over the first of the phrases that stands here and returns it, or null. */
  @Nullable String eatAny(List<String> phrases) {
    for (String phrase : phrases) {
      if (eat(phrase)) {
        return phrase;
      }
    }
    return null;
  }

  /** Steps over all of these words that follow. */
  void eatAll(List<String> words) {
    boolean more = true;
    while (more) {
      more = eatAny(words) != null;
    }
  }

  /** The mention that starts here, or null; a stored value goes before it. */
  @Nullable Mention mention() {
    return done() || values.containsKey(at) ? null : linker.at(at);
  }

  @Nullable Value value() {
    return values.get(at);
  }

  Optional<Quantity> quantity() {
    return values.containsKey(at) ? Optional.empty() : Quantity.at(tokens, at);
  }

  Optional<DateSpan> date() {
    return values.containsKey(at) || done() ? Optional.empty() : DateSpan.at(tokens, at, today);
  }

  String word() {
    return done() ? "the end of the question" : token().text();
  }
}
