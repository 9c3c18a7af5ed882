package io.custard.conversation.state;

import java.util.Locale;

/** How finely a date is looked at. */
public enum Grain {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR,
  /** The number of the month, whatever the year. */
  MONTH_OF_YEAR,
  /** The number of the quarter, whatever the year. */
  QUARTER_OF_YEAR,
  DAY_OF_WEEK;

  /** As people say it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
