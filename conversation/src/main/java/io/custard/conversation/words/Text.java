package io.custard.conversation.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was said, word by word. Asking for a word that is not there gives an empty one. */
public final class Text {
  private static final Pattern WORD =
      Pattern.compile(
          "[\"“”]([^\"“”]{1,100})[\"“”]|([\\p{L}\\p{N}](?:[\\p{L}\\p{N}_'’.&/-]*[\\p{L}\\p{N}])?)|([<>]=?|=)|(\\S)");
  private static final Set<String> SILENT = Set.of("?", "!", ".", ":", "…");

  private final List<String> words = new ArrayList<>();
  private final List<Boolean> quoted = new ArrayList<>();

  public Text(String said) {
    Matcher matcher = WORD.matcher(said);
    while (matcher.find()) {
      String inQuotes = matcher.group(1);
      String word = inQuotes == null ? matcher.group() : inQuotes.strip();
      if (!word.isEmpty() && !SILENT.contains(word)) {
        words.add(word);
        quoted.add(inQuotes != null);
      }
    }
  }

  public int size() {
    return words.size();
  }

  /** A word as it was written. */
  public String written(int at) {
    return at >= 0 && at < words.size() ? words.get(at) : "";
  }

  /** A word in lower case; empty for one in quotes, which is no word of ours. */
  public String at(int at) {
    return isQuoted(at) ? "" : written(at).toLowerCase(Locale.ROOT);
  }

  public boolean isQuoted(int at) {
    return at >= 0 && at < words.size() && quoted.get(at);
  }

  /** Whether these words stand here, given with blanks between them. */
  public boolean is(int at, String phrase) {
    String[] parts = phrase.split(" ", -1);
    for (int i = 0; i < parts.length; i++) {
      if (!at(at + i).equals(parts[i])) {
        return false;
      }
    }
    return true;
  }

  /** How many words the longest of these phrases takes here; 0 if none stands here. */
  public int any(int at, List<String> phrases) {
    int longest = 0;
    for (String phrase : phrases) {
      int length = phrase.split(" ", -1).length;
      if (length > longest && is(at, phrase)) {
        longest = length;
      }
    }
    return longest;
  }

  /** Some words with blanks between them, as they were written. */
  public String written(int from, int to) {
    return String.join(" ", words.subList(from, Math.min(to, words.size())));
  }

  /** A small whole number, in digits or spelled out; -1 if none stands here. */
  public int number(int at) {
    String word = at(at);
    if (word.matches("\\d{1,6}")) {
      return Integer.parseInt(word);
    }
    return switch (word) {
      case "one" -> 1;
      case "two" -> 2;
      case "three" -> 3;
      case "four" -> 4;
      case "five" -> 5;
      case "six" -> 6;
      case "seven" -> 7;
      case "eight" -> 8;
      case "nine" -> 9;
      case "ten" -> 10;
      case "dozen", "twelve" -> 12;
      case "fifteen" -> 15;
      case "twenty" -> 20;
      case "thirty" -> 30;
      case "fifty" -> 50;
      case "hundred" -> 100;
      default -> -1;
    };
  }
}
