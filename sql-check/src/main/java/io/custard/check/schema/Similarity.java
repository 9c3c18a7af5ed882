package io.custard.check.schema;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much alike two names are, from 0 to 1.
 *
 * <p>The larger of two measures counts: the share of letters that stay when one is changed into the
 * other, and the share of words they have in common, where {@code orderItems}, {@code order_item}
 * and {@code OrderItem} have the same words.
 */
public final class Similarity {
  private static final double ENOUGH = 0.5;
  private static final int LONGEST = 64;
  private static final Pattern WORD_ENDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private Similarity() {}

  /** Those whose name is much like the wrong one, best first. */
  public static <T> Stream<T> best(String wrong, List<T> all, Function<T, String> name) {
    record Scored<T>(T item, double score) {}
    return all.stream()
        .map(item -> new Scored<>(item, of(wrong, name.apply(item))))
        .filter(scored -> scored.score() >= ENOUGH)
        .sorted(Comparator.comparingDouble((Scored<T> scored) -> -scored.score()))
        .map(Scored::item);
  }

  static double of(String one, String other) {
    String a = shortened(one);
    String b = shortened(other);
    if (a.equalsIgnoreCase(b)) {
      return 1;
    }
    return Math.max(letters(a, b), words(a, b));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }

  private static double letters(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    return 1 - (double) distance(a, b) / Math.max(1, Math.max(a.length(), b.length()));
  }

  private static double words(String one, String other) {
    Set<String> a = wordsOf(one);
    Set<String> b = wordsOf(other);
    Set<String> common = new HashSet<>(a);
    common.retainAll(b);
    // Never as good as the same name in other letters.
    return 0.95 * 2 * common.size() / Math.max(1, a.size() + b.size());
  }

  private static Set<String> wordsOf(String name) {
    return WORD_ENDS
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .map(word ->
            word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
        .collect(Collectors.toSet());
  }

  // Levenshtein, two neighbouring letters in the wrong order counting as one change.
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
