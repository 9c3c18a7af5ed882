package io.custard.query.answer;

import io.custard.query.result.StatementResult;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules for sentences of models, the first that is broken counts. They look at the sentence
 * with one {@link #GAP} for each reference, in compatibility form: there full-width or bold letters
 * are letters, and ½ has digits.
 *
 * <p>No attempt is made to tell harmless figures from harmful ones. A name such as “Q3” or “CO2”
 * has to come from a cell like everything that holds a digit.
 */
final class SentenceJudge {
  private static final int LONGEST = 400;
  private static final int MOST_REFERENCES = 20;

  /** Stands for a reference. Refused in the sentence itself, because it is a symbol. */
  static final char GAP = '\uFFFC';

  private static final Pattern CONTROL = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final Pattern NUMERIC = Pattern.compile("\\p{N}");
  private static final Pattern BRACE = Pattern.compile("[{}]");
  private static final Pattern LINK =
      Pattern.compile("//|@|\\bwww\\b|\\p{L}{2}\\.\\p{L}{2}|\\p{L}:[^\\s" + GAP + "]");
  private static final Pattern MARKUP = Pattern.compile("[<>\\[\\]*_#`|\\\\~^=]|&(?=\\S)");
  private static final Pattern UNIT = Pattern.compile("[\\p{Sc}%‰‱]");
  private static final Pattern PLAIN = Pattern.compile("[a-z " + GAP + ".,;:!?'’‘\"“”„()–—…/&-]*");

  /** What may stand right before a reference, and right behind it up to the next space. */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?<!^|[\\s(\"“„‘'])GAP|[-–—]\\s*GAP|GAP(?!(?:['’]s)?[.,;:!?)\"“”‘’'…]*(?:\\s|$))"
              .replace("GAP", String.valueOf(GAP)));

  private SentenceJudge() {}

  static Optional<Refusal> refusal(String sentence, StatementResult result) {
    if (sentence.isBlank()) {
      return Optional.of(Refusal.EMPTY);
    }
    if (sentence.length() > LONGEST) {
      return Optional.of(Refusal.TOO_LONG);
    }
    if (CONTROL.matcher(sentence).find()) {
      return Optional.of(Refusal.CONTROL_CHARACTER);
    }
    if (sentence.indexOf(GAP) >= 0) {
      return Optional.of(Refusal.CHARACTER);
    }
    AnswerTemplate template = AnswerTemplate.parse(sentence);
    return words(skeleton(template)).or(() -> references(template, result));
  }

  /** The sentence with gaps for its references. */
  private static String skeleton(AnswerTemplate template) {
    String raw =
        template.parts().stream()
            .map(part ->
                part instanceof AnswerTemplate.Words words ? words.text() : String.valueOf(GAP))
            .collect(Collectors.joining());
    return Normalizer.normalize(raw, Normalizer.Form.NFKC);
  }

  private static Optional<Refusal> words(String skeleton) {
    String folded = FigureWords.fold(skeleton);
    return Optional.<Refusal>empty()
        .or(() -> when(found(BRACE), skeleton, Refusal.REFERENCE_UNKNOWN))
        .or(() -> when(found(NUMERIC), skeleton, Refusal.FIGURE))
        .or(() -> when(found(LINK), skeleton, Refusal.LINK))
        .or(() -> when(found(MARKUP), skeleton, Refusal.MARKUP))
        .or(() -> when(found(UNIT), skeleton, Refusal.UNIT))
        .or(() -> when(PLAIN.asMatchPredicate().negate(), folded, Refusal.CHARACTER))
        .or(() -> when(found(GLUED), skeleton, Refusal.REFERENCE_GLUED))
        .or(() -> when(FigureWords::inRoman, skeleton, Refusal.FIGURE))
        .or(() -> when(FigureWords::in, folded, Refusal.FIGURE))
        .or(() -> when(FigureWords::unitIn, folded, Refusal.UNIT));
  }

  private static Optional<Refusal> references(AnswerTemplate template, StatementResult result) {
    if (template.cells().size() > MOST_REFERENCES) {
      return Optional.of(Refusal.TOO_LONG);
    }
    return template.cells().stream().allMatch(cell -> Resolution.row(cell, result).isPresent())
        ? Optional.empty()
        : Optional.of(Refusal.REFERENCE_OUTSIDE);
  }

  private static Predicate<String> found(Pattern pattern) {
    return pattern.asPredicate();
  }

  private static Optional<Refusal> when(Predicate<String> broken, String text, Refusal refusal) {
    return broken.test(text) ? Optional.of(refusal) : Optional.empty();
  }
}
