package io.custard.query.result;

/** What the numbers of a column stand for. */
public enum NumberMeaning {
  /** How much or how many: may be grouped, rounded, compared and drawn. */
  QUANTITY,
  /** A place in the calendar: a year, a month's number. */
  PERIOD,
  /** Digits that name something: an id, a code, a telephone number. */
  LABEL
}
