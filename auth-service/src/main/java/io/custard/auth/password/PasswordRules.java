package io.custard.auth.password;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must be. No kinds of characters are asked for: length and not being guessed
 * first are what counts. Everything is judged, counted and hashed in the form NFKC, so that a
 * password is the same from every keyboard; characters are code points.
 */
@ApplicationScoped
public class PasswordRules {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 128;
  private static final int FEWEST_DIFFERENT = 5;

  /** Shorter words are no hint. */
  private static final int SHORTEST_WORD = 4;

  /** So much must be left beside a word that others know. */
  private static final int LEAST_BESIDE = 8;

  private final CommonPasswords common = CommonPasswords.read();

  /** The form in which passwords are hashed. */
  static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /**
   * Fails with {@code AUTH_PASSWORD_WEAK} and a sentence that says what to do.
   *
   * @param known e-mail and name: what whoever guesses tries with
   */
  public void require(String password, @Nullable String... known) {
    weakness(normalised(password), known)
        .ifPresent(advice -> {
          throw new CustardException(ErrorCode.AUTH_PASSWORD_WEAK, advice);
        });
  }

  private Optional<String> weakness(String password, @Nullable String... known) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("A password has %d to %d characters.".formatted(SHORTEST, LONGEST));
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (lower.codePoints().distinct().count() < FEWEST_DIFFERENT || isSequence(lower)) {
      return Optional.of("Use more different characters, in no order that goes on by itself.");
    }
    if (isCommon(lower)) {
      return Optional.of("This is one of the passwords that are tried first; use another.");
    }
    return words(known).anyMatch(word -> isBuiltOn(lower, word))
        ? Optional.of("Do not build a password from your e-mail, your name or ours.")
        : Optional.empty();
  }

  /** As it is, repeated, or with digits and signs around it. */
  private boolean isCommon(String lower) {
    String core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return Stream.of(lower, repeated(lower), core, repeated(core), plain(core))
        .anyMatch(common::has);
  }

  /** What the text is a repetition of; itself when it is none. */
  private static String repeated(String text) {
    int unit = (text + text).indexOf(text, 1);
    return unit < 0 ? text : text.substring(0, unit);
  }

  /** Without the usual signs for letters. */
  private static String plain(String text) {
    return text.replace('@', 'a')
        .replace('4', 'a')
        .replace('3', 'e')
        .replace('1', 'i')
        .replace('0', 'o')
        .replace('$', 's')
        .replace('5', 's');
  }

  /** Whether most characters are the one after, or before, the one before them. */
  private static boolean isSequence(String text) {
    int[] points = text.codePoints().toArray();
    int steps = 0;
    for (int i = 1; i < points.length; i++) {
      steps += Math.abs(points[i] - points[i - 1]) == 1 ? 1 : 0;
    }
    return steps >= points.length - 4;
  }

  private static boolean isBuiltOn(String lower, String word) {
    String rest = lower.replace(word, "");
    return rest.length() < lower.length() && rest.codePointCount(0, rest.length()) < LEAST_BESIDE;
  }

  private static Stream<String> words(@Nullable String... known) {
    List<String> all = Arrays.stream(known).filter(text -> text != null).toList();
    return Stream.concat(Stream.of("custard"), all.stream())
        .flatMap(
            text -> Stream.of(normalised(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
        .filter(word -> word.length() >= SHORTEST_WORD);
  }
}
