package io.custard.translate.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number written in figures or words.
 *
 * @param length how many tokens it takes
 */
public record Quantity(BigDecimal value, int length) {
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("dozen", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("hundred", 100));
  private static final Map<String, Long> SCALES =
      Map.of("hundred", 100L, "thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);

  /** The number that starts at a token, if one does. */
  public static Optional<Quantity> at(List<Token> tokens, int from) {
    int at = from;
    boolean negative = false;
    if (at + 1 < tokens.size()
        && tokens.get(at).is("-")
        && tokens.get(at).end() == tokens.get(at + 1).start()) {
      negative = true;
      at++;
    } else if (at + 1 < tokens.size() && "$€£".contains(tokens.get(at).text())) {
      at++;
    }
    if (at >= tokens.size()) {
      return Optional.empty();
    }
    BigDecimal value = figure(tokens.get(at));
    if (value == null) {
      return Optional.empty();
    }
    at++;
    while (at < tokens.size() && SCALES.containsKey(tokens.get(at).lower())) {
      value = value.multiply(BigDecimal.valueOf(SCALES.getOrDefault(tokens.get(at).lower(), 1L)));
      at++;
    }
    return Optional.of(new Quantity(negative ? value.negate() : value, at - from));
  }

  private static @org.jspecify.annotations.Nullable BigDecimal figure(Token token) {
    if (token.kind() == Token.Kind.NUMBER && token.text().length() <= 30) {
      return new BigDecimal(token.text().replace(",", ""));
    }
    Integer word = token.kind() == Token.Kind.WORD ? WORDS.get(token.lower()) : null;
    return word == null ? null : BigDecimal.valueOf(word);
  }

  /** Whether it has no fraction and is small enough to be a row count. */
  public boolean countable() {
    return value.signum() >= 0
        && value.stripTrailingZeros().scale() <= 0
        && value.compareTo(BigDecimal.valueOf(1_000_000_000L)) < 0;
  }
}
