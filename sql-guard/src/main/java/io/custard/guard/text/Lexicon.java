package io.custard.guard.text;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How one database cuts text into tokens, as data for a {@link Scanner}.
 *
 * @param traits what differs between databases and is a matter of yes or no
 * @param moreNameCharacters characters beyond letters, digits and the underscore that a name
 *     without quotes may start with or contain, such as {@code #@$}; a name starts with one only if
 *     it is also in {@code nameStarts}
 * @param nameStarts those of them that may start a name
 * @param literalPrefixes letters that, in upper case and directly before a quote, belong to the
 *     literal
 * @param marks operators and punctuation; the longest that fits is read
 */
public record Lexicon(
    Set<Trait> traits,
    String moreNameCharacters,
    String nameStarts,
    Set<String> literalPrefixes,
    List<String> marks) {
  /** A yes or no of a database's scanner. Names in double quotes and plain literals are common. */
  public enum Trait {
    /** A backslash in a literal takes the next character with it. */
    BACKSLASH_ESCAPES,
    /** Double quotes are for literals, not for names. */
    DOUBLE_QUOTED_LITERALS,
    BACKTICK_NAMES,
    BRACKET_NAMES,
    /** {@code #} starts a comment that ends with the line. */
    HASH_COMMENTS,
    /** {@code --} is a comment only before a blank; otherwise it is two operators. */
    DASHES_NEED_BLANK,
    NESTED_COMMENTS,
    /** {@code /*!} and {@code /*M!} are code: refused. */
    EXECUTABLE_COMMENTS,
    /** {@code $tag$ ... $tag$} is a literal. */
    DOLLAR_QUOTES,
    /** {@code 1a} is a name. */
    DIGITS_START_NAMES,
    /** {@code 1_000} is a number. */
    DIGIT_SEPARATORS
  }

  private static final String PUNCTUATION = "()[]{},;.:";

  public Lexicon {
    traits = Set.copyOf(traits);
    literalPrefixes = Set.copyOf(literalPrefixes);
    marks = marks.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  static boolean isPunctuation(String mark) {
    return PUNCTUATION.indexOf(mark.charAt(0)) >= 0;
  }
}
