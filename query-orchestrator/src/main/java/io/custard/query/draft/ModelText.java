package io.custard.query.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sentences of a model, made fit to be shown beside an answer. */
final class ModelText {
  private static final int LONGEST = 400;
  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+");
  private static final Pattern FIGURE = Pattern.compile("\\p{N}+");

  private ModelText() {}

  static String shown(String text) {
    String plain = HIDDEN.matcher(text).replaceAll(" ").strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }

  /** How a question was read may name its figures and no others: only cells are answers. */
  static @Nullable String reading(String text, String question) {
    Matcher figures = FIGURE.matcher(text);
    while (figures.find()) {
      if (!question.contains(figures.group())) {
        return null;
      }
    }
    String shown = shown(text);
    return shown.isEmpty() ? null : shown;
  }
}
