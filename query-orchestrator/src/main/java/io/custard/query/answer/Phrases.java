package io.custard.query.answer;

import java.util.Locale;

/** The few words of our own in an answer, in the languages we speak. */
enum Phrases {
  ENGLISH("no value", "yes", "no", "No rows match.", "1 row.", "{row_count} rows.", "more than "),
  GERMAN(
      "kein Wert",
      "ja",
      "nein",
      "Keine Zeile passt.",
      "1 Zeile.",
      "{row_count} Zeilen.",
      "mehr als ");

  private final String noValue;
  private final String yes;
  private final String no;
  private final String noRows;
  private final String oneRow;
  private final String rows;
  private final String moreThan;

  Phrases(
      String noValue,
      String yes,
      String no,
      String noRows,
      String oneRow,
      String rows,
      String moreThan) {
    this.noValue = noValue;
    this.yes = yes;
    this.no = no;
    this.noRows = noRows;
    this.oneRow = oneRow;
    this.rows = rows;
    this.moreThan = moreThan;
  }

  /** English for whoever reads a language that we do not speak. */
  static Phrases of(Locale locale) {
    return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
  }

  String noValue() {
    return noValue;
  }

  String truth(boolean holds) {
    return holds ? yes : no;
  }

  String noRows() {
    return noRows;
  }

  String oneRow() {
    return oneRow;
  }

  /** The sentence for SQL that nobody phrased a question for. */
  AnswerTemplate rows() {
    return AnswerTemplate.parse(rows);
  }

  String moreThan() {
    return moreThan;
  }
}
