package io.custard.query.chart;

/** What a column can be in a chart. */
enum Role {
  /** Numbers that say how much. */
  MEASURE,
  /** Days, none missing. */
  DAY,
  /** Moments, none missing. */
  TIME,
  /** Parts of a calendar that have an order: years, numbers of months, texts such as 2024-03. */
  PERIOD,
  CATEGORY,
  /** Ids and codes: they name rows when nothing else does. */
  LABEL,
  /** What no axis can show. */
  NONE;

  /** Whether there is an order in time. */
  boolean isTemporal() {
    return this == DAY || this == TIME || this == PERIOD;
  }

  /** Whether each value can have a place of its own, as bars need it. */
  boolean isBanded() {
    return isDimension() && this != TIME;
  }

  boolean isDimension() {
    return isTemporal() || this == CATEGORY || this == LABEL;
  }
}
