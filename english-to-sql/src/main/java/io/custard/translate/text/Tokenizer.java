package io.custard.translate.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a question into words, numbers, dates, quoted text and marks. */
public final class Tokenizer {
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<date>\\d{4}-\\d{1,2}-\\d{1,2}(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?)?(?![\\w-]))"
              + "|(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\w)|\\d+(?:\\.\\d+)?(?![\\w]))"
              + "|(?<genitive>['’]s(?!\\w)|(?<=s)['’](?!\\w))"
              + "|(?<word>[\\p{L}\\p{M}\\p{N}_]+(?:['’](?!s\\b)[\\p{L}]+)?)"
              + "|(?<mark><=|>=|<>|!=|[^\\s\\p{Cc}])");
  private static final String OPENING = "\"'`“‘«";
  private static final String CLOSING = "\"'`”’»";

  private Tokenizer() {}

  /** The pieces of a question in their order. */
  public static List<Token> tokens(String question) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = PIECE.matcher(question);
    int at = 0;
    while (at < question.length()) {
      int close = closingQuote(question, at);
      if (close > 0) {
        String text = question.substring(at + 1, close);
        tokens.add(
            new Token(
                text.strip(),
                text.strip().toLowerCase(Locale.ROOT),
                text,
                Token.Kind.QUOTED,
                at,
                close + 1));
        at = close + 1;
      } else if (matcher.region(at, question.length()).lookingAt()) {
        tokens.add(token(matcher));
        at = matcher.end();
      } else {
        at++;
      }
    }
    return List.copyOf(tokens);
  }

  private static Token token(Matcher matcher) {
    String text = matcher.group();
    Token.Kind kind;
    if (matcher.group("date") != null) {
      kind = Token.Kind.DATE;
    } else if (matcher.group("number") != null) {
      kind = Token.Kind.NUMBER;
    } else if (matcher.group("word") != null) {
      kind = Token.Kind.WORD;
    } else {
      kind = Token.Kind.MARK;
    }
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return new Token(text, lower, Stemmer.stem(lower), kind, matcher.start(), matcher.end());
  }

  /** Where text quoted from here on ends, or -1: an apostrophe inside a word opens nothing. */
  private static int closingQuote(String question, int at) {
    int quote = OPENING.indexOf(question.charAt(at));
    if (quote < 0 || (at > 0 && Character.isLetterOrDigit(question.charAt(at - 1)))) {
      return -1;
    }
    char opening = question.charAt(at);
    for (int i = at + 1; i < question.length() && i - at <= 200; i++) {
      char c = question.charAt(i);
      boolean ends = c == CLOSING.charAt(quote) || c == opening;
      boolean outside =
          i + 1 == question.length() || !Character.isLetterOrDigit(question.charAt(i + 1));
      if (ends && outside && i > at + 1) {
        return i;
      }
    }
    return -1;
  }
}
