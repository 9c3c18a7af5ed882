package io.custard.check.type;

import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a literal in quotes can be read as. In doubt it can. */
final class Literals {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*[+-]?(\\.?[0-9].*|inf(inity)?|nan)\\s*");
  private static final Pattern DIGIT = Pattern.compile("[0-9]");
  private static final Pattern YEAR_OR_MONTH = Pattern.compile("[0-9]{4}(-[0-9]{1,2})?");
  private static final Pattern UUID = Pattern.compile("\\{?[0-9a-f][0-9a-f-]{31,35}\\}?");
  private static final Set<String> MOMENTS =
      Set.of(
          "now",
          "today",
          "tomorrow",
          "yesterday",
          "epoch",
          "infinity",
          "+infinity",
          "-infinity",
          "allballs");
  private static final Set<String> TRUTHS =
      Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

  private Literals() {}

  /** The value of a plain literal; empty if the token is another. */
  static Optional<String> value(Token token) {
    String text = token.text();
    boolean plain = token.kind() == TokenKind.STRING && text.length() > 1 && text.startsWith("'");
    return plain && !text.contains("\\")
        ? Optional.of(text.substring(1, text.length() - 1).replace("''", "'"))
        : Optional.empty();
  }

  static boolean canBe(Family family, String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    return switch (family) {
      case NUMBER -> NUMBER.matcher(text).matches();
      case TEXT -> true;
      case BOOLEAN -> TRUTHS.stream().anyMatch(truth -> !text.isEmpty() && truth.startsWith(text));
      case DATE ->
          MOMENTS.contains(text)
              || (DIGIT.matcher(text).find() && !YEAR_OR_MONTH.matcher(text).matches());
      case UUID -> UUID.matcher(text).matches();
    };
  }
}
