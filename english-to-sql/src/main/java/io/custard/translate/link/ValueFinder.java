package io.custard.translate.link;

import io.custard.translate.text.FunctionWords;
import io.custard.translate.text.Stemmer;
import io.custard.translate.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the words of a question that are probably values: quoted, capitalised or unexplained. */
public final class ValueFinder {
  private static final Set<String> INSIDE_NAMES =
      Set.of(
          "of", "the", "and", "with", "in", "de", "von", "van", "la", "le", "&", "-", ".", "for");

  private static final Set<String> KINDS =
      Set.of(
          "buy",
          "sell",
          "sold",
          "paid",
          "live",
          "rented",
          "released",
          "published",
          "borrowed",
          "open",
          "ordered",
          "placed",
          "won",
          "lost",
          "managed",
          "current",
          "past",
          "returned");
  private static final Set<String> BEFORE_KINDS =
      Set.of("many", "of", "the", "all", "most", "any", "no", "show", "list", "which", "what");

  private final String question;
  private final List<Token> tokens;
  private final Linker linker;
  private final List<Guess> guesses = new ArrayList<>();

  private ValueFinder(String question, List<Token> tokens, Linker linker) {
    this.question = question;
    this.tokens = tokens;
    this.linker = linker;
  }

  /**
   * A probable value.
   *
   * @param sure whether it is a value whatever the database says, because it is quoted
   */
  public record Guess(int from, int to, String text, boolean sure) {}

  /** The probable values, the likeliest first. */
  public static List<Guess> guesses(String question, List<Token> tokens, Linker linker) {
    ValueFinder finder = new ValueFinder(question, tokens, linker);
    finder.quoted();
    finder.capitalised();
    finder.unexplained();
    return finder.guesses.stream().distinct().toList();
  }

  private void quoted() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.QUOTED && !token.text().isEmpty()) {
        guesses.add(new Guess(i, i + 1, token.text(), true));
      }
    }
  }

  private void capitalised() {
    int at = 0;
    while (at < tokens.size()) {
      if (nameStartsAt(at)) {
        int to = nameEnd(at);
        add(at, to);
        for (int from = at + 1; to - at > 2 && from < to - 1; from++) {
          add(from, to);
        }
        for (int i = at; to - at > 1 && i < to; i++) {
          if (tokens.get(i).capitalised() && !FunctionWords.grammar(tokens.get(i).lower())) {
            add(i, i + 1);
          }
        }
        at = to;
      } else {
        at++;
      }
    }
  }

  private boolean nameStartsAt(int at) {
    Token token = tokens.get(at);
    if (!token.capitalised()) {
      return false;
    }
    boolean sentenceStart = at == 0 || ".?!:".contains(tokens.get(at - 1).text());
    boolean grammar = FunctionWords.grammar(token.lower());
    if (grammar) {
      return false;
    }
    Mention mention = linker.at(at);
    boolean longer = at + 1 < tokens.size() && tokens.get(at + 1).capitalised();
    return mention == null || (!sentenceStart && (longer || single(token)));
  }

  private static boolean single(Token token) {
    return token.text().length() == 1
        || token.text().equals(token.text().toUpperCase(java.util.Locale.ROOT));
  }

  private int nameEnd(int from) {
    int end = from + 1;
    int at = end;
    while (at < tokens.size() && at - from < 8) {
      Token token = tokens.get(at);
      boolean part = token.capitalised() || (token.kind() == Token.Kind.NUMBER && at == end);
      if (part) {
        end = at + 1;
      } else if (!INSIDE_NAMES.contains(token.lower())) {
        break;
      }
      at++;
    }
    return end;
  }

  private void unexplained() {
    int at = 0;
    while (at < tokens.size()) {
      Mention mention = linker.at(at);
      if (mention != null) {
        at = mention.to();
      } else if (unexplained(at)) {
        int to = at + 1;
        while (to < tokens.size() && to - at < 5 && unexplained(to)) {
          to++;
        }
        add(at, to);
        for (int i = at; i < to && to - at > 1; i++) {
          add(i, i + 1);
        }
        at = to;
      } else {
        at++;
      }
    }
  }

  /** "buy transactions": a deed right before a thing may name a kind of it. */
  private boolean kind(int at) {
    Mention next = at + 1 < tokens.size() ? linker.at(at + 1) : null;
    return at > 0
        && next != null
        && next.namesTable()
        && KINDS.contains(tokens.get(at).lower())
        && BEFORE_KINDS.contains(tokens.get(at - 1).lower());
  }

  private boolean unexplained(int at) {
    Token token = tokens.get(at);
    return token.kind() == Token.Kind.WORD
        && (!FunctionWords.grammar(token.lower()) || kind(at))
        && !Adjectives.known(token.lower())
        && linker.at(at) == null;
  }

  private void add(int from, int to) {
    String text = question.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    if (text.length() > 100) {
      return;
    }
    guesses.add(new Guess(from, to, text, false));
    if (text.endsWith("ed") && text.length() > 5) {
      guesses.add(new Guess(from, to, text.substring(0, text.length() - 2), false));
      guesses.add(new Guess(from, to, text.substring(0, text.length() - 1), false));
    }
    String singular = Stemmer.singular(text);
    if (!singular.equals(text)) {
      guesses.add(new Guess(from, to, singular, false));
    }
  }
}
