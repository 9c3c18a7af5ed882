package io.custard.query.answer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Figures written as words, in English and German at once, because nobody tells which of them a
 * sentence is in.
 *
 * <ul>
 *   <li>Refused: numbers up to trillions, also run together or spelled with gaps between the
 *       letters; ordinals; fractions; multiples (twice, doubled, zweifach); none, no, zero, nobody;
 *       both, pair, single, dozen; scales behind a reference (k, Mio) and signs before it.
 *   <li>Refused as Roman: II and longer in capital I, V, X; with L, C, D, M from four letters on,
 *       since CD, DC or MIX are words.
 *   <li>Taken: the articles a, ein, eine …; last, most, all, several, ein paar; einfach; seconds; a
 *       quarter of the year unless it is “a quarter” or “quarter of”; names of months.
 * </ul>
 */
final class FigureWords {
  private static final String ENGLISH =
      """
      zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen
      |sixteen|seventeen|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety
      |hundred|thousand|million|billion|trillion|dozen\
      """;
  private static final String GERMAN =
      """
      null|eins?|eine|zwei|zwo|drei|drit|vier|fue?nf|sech|sechs|sieb|sieben|acht|neun|zehn|elf
      |zwoe?lf|zwan|zig|ssig|hundert|tausend|million|milliarde|billion|dutzend\
      """;
  private static final String GERMAN_END =
      """
      te|ten|ter|tes|tem|ste|sten|ster|stes|stem|tel|tels|teln|tens|stens|mal|malig\\w*|fach
      |fache[nmrs]?|e|en|er|ern|es|n|s|(?:stell|jae?hr|monat|woe?ch|tae?g)ig\\w*
      |(?:stue?nd|koe?pf|teil|prozent)ig\\w*\
      """;

  private static final Pattern NUMBER =
      pattern(
          "(?:E)(?:and|E)*(?:s|th|ths|fold|score|some)?|(?:G)(?:und|G)*(?:X)?"
              .replace("E", ENGLISH)
              .replace("G", GERMAN)
              .replace("X", GERMAN_END));
  private static final Pattern OTHER =
      pattern(
          """
          first|firstly|second|secondly|thirds?|thirdly|fifths?|eighths?|ninths?|twelfths?
          |(?:twen|thir|fou?r|fif|six|seven|eigh|nine)tieths?
          |half|halves|halv(?:ed|ing)|doubl(?:e[ds]?|ing|y)|(?:tripl|trebl|quadrupl|quintupl)(?:e[ds]?|ing|y)
          |twice|thrice|once|both|pairs?|couple|none|no|nobody|nothing|nil|nought|naught|single|sole
          |duo|trio|quartet|lakhs?|crores?|mio|mrd|tsd
          |erste[nmrs]?|erstens|beide[nmrs]?|beides|halb|halbe[nmrs]?|haelfte|halfte|(?:ver)?halbier\\w*
          |anderthalb|eineinhalb|zweieinhalb|(?:ver)?doppel\\w*|verdrei\\w*|vervier\\w*|verfue?nf\\w*
          |keine?|keine[nmrs]|niemand\\w*|nichts|einzig\\w*\
          """);

  /** The articles, and a word for “simple”, which look like numbers. */
  private static final Pattern NO_NUMBER =
      pattern("ein|eine|einen|einem|einer|eines|einfach|einfache[nmrs]?");

  private static final Pattern QUARTER = Pattern.compile("\\ba quarters?\\b|\\bquarters? of\\b");
  private static final Pattern SCALE =
      Pattern.compile(SentenceJudge.GAP + "[^a-z]{0,2}(?:k|m|mm|mn|b|bn|tn)\\b");
  private static final Pattern SIGN =
      Pattern.compile("\\b(?:minus|negative|point|comma|komma)[^a-z]{0,2}" + SentenceJudge.GAP);
  private static final Pattern SPELLED =
      Pattern.compile("(?<![a-z])(?:[a-z][^a-z" + SentenceJudge.GAP + "]{1,2}){2,}[a-z](?![a-z])");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern ROMAN =
      Pattern.compile("M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})");
  private static final Set<String> UNITS =
      Set.of(
          ("percent percents pct prozent prozente prozenten prozents prozentpunkt prozentpunkte"
                  + " prozentpunkten promille euro euros eur dollar dollars usd gbp chf yen sterling"
                  + " franken cents")
              .split(" ", -1));

  private FigureWords() {}

  /** Lower case without accents; letters that are none of a to z afterwards stay as they are. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace('ø', 'o')
        .replace('ł', 'l');
  }

  /** Whether folded text states a figure. */
  static boolean in(String folded) {
    return Stream.concat(words(folded), spelled(folded)).anyMatch(FigureWords::isFigure)
        || QUARTER.matcher(folded).find()
        || SCALE.matcher(folded).find()
        || SIGN.matcher(folded).find();
  }

  private static boolean isFigure(String word) {
    return (NUMBER.matcher(word).matches() && !NO_NUMBER.matcher(word).matches())
        || OTHER.matcher(word).matches();
  }

  /** Whether the text, in the case it was written in, has a Roman numeral. */
  static boolean inRoman(String text) {
    return words(text)
        .filter(word -> word.length() >= (word.matches("[IVX]+") ? 2 : 4))
        .anyMatch(word -> ROMAN.matcher(word).matches());
  }

  static boolean unitIn(String folded) {
    return words(folded).anyMatch(UNITS::contains) || folded.contains("per cent");
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group);
  }

  private static Stream<String> spelled(String folded) {
    return SPELLED.matcher(folded).results().map(run -> run.group().replaceAll("[^a-z]", ""));
  }

  private static Pattern pattern(String alternatives) {
    return Pattern.compile(alternatives.replace("\n", ""));
  }
}
