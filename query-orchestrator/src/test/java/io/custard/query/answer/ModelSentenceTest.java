package io.custard.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.query.answer.ModelSentence.Accepted;
import io.custard.query.answer.ModelSentence.Refused;
import io.custard.query.result.ResultSamples;
import io.custard.query.result.StatementResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSentenceTest {
  private static final StatementResult SALES =
      ResultSamples.of(
          ResultSamples.columns("month:text, total:decimal"), "[\"May\",10],[\"June\",20]");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sales rose from {rows[0][1]} in {rows[0][0]} to {rows[-1][1]} in {rows[-1][0]}.",
        "There are {row_count} months; the highest is {rows[1][0]} ({rows[1][1]}).",
        "{rows[1][0]}'s total is {rows[1][1]}, which is the highest of all months.",
        "Die Umsätze stiegen von {rows[0][1]} im {rows[0][0]} auf {rows[1][1]}.",
        "Ein einfacher Vergleich: eine größere Summe gab es in „{rows[1][0]}“ – etwas später.",
        "Someone often mentions this; Cambridge & Oxford and/or e.g. anyone else.",
        "The last quarter was better than the month before, I think.",
        "It took {rows[0][1]} seconds; it appears {rows[1][1]} times.",
        "Most of the achievements, tenants, oneness, stones and weights.",
        "A CD from DC, a MIX and an MD.",
        "Der Unterschied einiger eigener Einheiten und Wunder nach der Achtung.",
      })
  void plainSentencesWithReferencesAreTaken(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Accepted(AnswerTemplate.parse(sentence)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sales were 7 in {rows[0][0]}.",
        "٣ months",
        "३ months",
        "３ months",
        "𝟑 months",
        "三 months?" + "½",
        "x² more",
        "① is best",
        "Ⅳ is best",
        "½ of the months",
        "⅗ of them",
        "Twenty months",
        "twenty-one months",
        "twentyone months",
        "One hundred and five months",
        "the second month",
        "the first month",
        "a tenth of it",
        "two thirds",
        "half of it",
        "half-hearted halves",
        "sales doubled",
        "twice as much",
        "tenfold growth",
        "a dozen months",
        "no month is better",
        "none of them",
        "Nobody bought",
        "zero sales",
        "both months",
        "a single month",
        "a couple of months",
        "a quarter of the sales",
        "three quarters of it",
        "t w o months",
        "t-w-o months",
        "T.w.o months",
        "ｔｗｏ months",
        "𝐭𝐰𝐨 months",
        "twó months",
        "millions of sales",
        "{rows[0][1]} million",
        "{rows[0][1]} k",
        "{rows[0][1]} bn",
        "minus {rows[0][1]}",
        "it is {rows[0][1]} point {rows[1][1]}",
        "zwei Monate",
        "Zwölf Monate",
        "zwoelf Monate",
        "fünfundzwanzig",
        "FÜNFUNDZWANZIG",
        "dreihundertfünfundvierzigtausend",
        "der zweite Monat",
        "im ersten Monat",
        "am dritten",
        "ein Drittel davon",
        "drei Viertel",
        "die Hälfte",
        "doppelt so viel",
        "verdoppelt",
        "zweifach",
        "dreimal",
        "kein Monat",
        "keine Verkäufe",
        "beide Monate",
        "Milliarden",
        "Tausende Käufer",
        "{rows[0][1]} Mio",
        "null Verkäufe",
        "anderthalb",
        "der zwanzigste",
        "dreißig Tage",
        "siebzehn",
        "sechzig",
        "eins",
        "ein einziger Monat",
        "halbiert",
        "in phase II",
        "XIV of them",
        "since MCMXC",
        "LXXX days",
      })
  void figuresThatAreNoReferencesAreRefused(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Refused(Refusal.FIGURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{rows[0][1]} percent", "{rows[0][1]} per cent", "{rows[0][1]} Prozent", "{rows[0][1]} %",
        "€ {rows[0][1]}", "{rows[0][1]} euros", "{rows[0][1]} dollars", "{rows[0][1]} £"
      })
  void unitsAreNotTheModelsToSay(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Refused(Refusal.UNIT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{rows[0][1]}k",
        "a{rows[0][1]}",
        "-{rows[0][1]}",
        "by – {rows[0][1]}",
        ".{rows[0][1]}",
        "{rows[0][1]}{rows[1][1]}",
        "{rows[0][1]}.{rows[1][1]}",
        "{rows[0][1]}/{rows[1][1]}",
        "{rows[0][1]},{rows[1][1]}",
        "{rows[0][1]}er",
        "{rows[0][1]}th",
        "{rows[0][1]}'000s",
        "{rows[0][1]}-fold",
        "{rows[0][1]}(st)"
      })
  void referencesStandAlone(String sentence) {
    assertThat(judged(sentence))
        .isIn(new Refused(Refusal.REFERENCE_GLUED), new Refused(Refusal.FIGURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{rows[2][0]}",
        "{rows[0][2]}",
        "{rows[-3][0]}",
        "In {rows[99999][9999]} it ended."
      })
  void referencesBeyondTheResultAreRefused(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Refused(Refusal.REFERENCE_OUTSIDE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{sum[a]}",
        "{rows[a][b]}",
        "{}",
        "{{row_count}}",
        "{ row_count }",
        "row_count}",
        "{total"
      })
  void bracesHoldReferencesOnly(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Refused(Refusal.REFERENCE_UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>Sales</b> rose",
        "*Sales* rose",
        "# Sales",
        "Sales `rose`",
        "[Sales](here)",
        "a &lt;b",
        "a ~ b",
        "a|b",
        "back\\slash",
        "_Sales_"
      })
  void markupIsRefused(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Refused(Refusal.MARKUP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://evil.example", "see evil.example", "see www now", "mail me@evil",
        "javascript:alert", "//evil", "mailto:me", "ｅｖｉｌ．ｅｘａｍｐｌｅ"
      })
  void addressesAreRefused(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Refused(Refusal.LINK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sales\nrose",
        "Sales\u0000",
        "t\u200Bwo",
        "\u202Eevil",
        "t\u00ADwo",
        "a\u2028b",
        "\uD800",
        "tag \uDB40\uDC41"
      })
  void controlAndInvisibleCharactersAreRefused(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Refused(Refusal.CONTROL_CHARACTER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Привет",
        "тwo",
        "三 months",
        "Sales rose 📈",
        "a × b",
        "±",
        "∞",
        "nıne",
        "ᴛᴡᴏ",
        "\uFFFC",
        "a − b"
      })
  void onlyLatinLettersAndPlainPunctuationAreTaken(String sentence) {
    assertThat(judged(sentence)).isEqualTo(new Refused(Refusal.CHARACTER));
  }

  @Test
  void emptyAndLongOnesAreRefused() {
    assertThat(judged(" \t ")).isEqualTo(new Refused(Refusal.EMPTY));
    assertThat(judged("a".repeat(401))).isEqualTo(new Refused(Refusal.TOO_LONG));
    assertThat(judged("{rows[0][0]} ".repeat(21))).isEqualTo(new Refused(Refusal.TOO_LONG));
  }

  @Test
  void theEndOfACutResultIsUnknown() {
    assertThat(ModelSentence.judge("Up to {rows[-1][1]}.", ResultSamples.truncated(SALES)))
        .isEqualTo(new Refused(Refusal.REFERENCE_OUTSIDE));
  }

  @Test
  void whatIsTakenTellsTheCellsOfTheResult() {
    Accepted accepted = (Accepted) judged(" From {rows[0][1]} to {rows[-1][1]}. ");

    assertThat(Answer.of(accepted.template(), SALES, Map.of(), Reader.UNKNOWN).text())
        .isEqualTo("From 10 to 20.");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonIsASentence(Refusal refusal) {
    assertThat(refusal.detail()).matches("[A-Z].*\\.");
  }

  private static ModelSentence judged(String sentence) {
    return ModelSentence.judge(sentence, SALES);
  }
}
