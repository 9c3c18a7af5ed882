package io.custard.launcher.sample.source;

import java.text.Normalizer;
import java.util.Locale;

/** The first and last name of an invented person. */
public record PersonName(String first, String last) {
  /** The name as the local part of an e-mail address: plain lower-case letters and one dot. */
  public String mailbox() {
    return plain(first) + "." + plain(last);
  }

  /** A word in plain lower-case letters, accents and spaces removed. */
  public static String plain(String word) {
    String letters = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "");
    return letters.toLowerCase(Locale.ROOT);
  }
}
