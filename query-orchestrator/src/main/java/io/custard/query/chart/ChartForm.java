package io.custard.query.chart;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The closed set of forms a chart can have, and what a result needs to be drawn in each. */
public enum ChartForm {
  FIGURE("A single figure", "one row with one number that is a quantity"),
  LINE("A line chart", "one number for each of at least 3 points in time"),
  MULTI_LINE("A chart of several lines", "up to 8 lines over at least 3 points in time"),
  AREA("An area chart", "one sum that is never negative for each of at least 3 points in time"),
  BAR("A bar chart", "one number for each of at most 30 categories or points in time"),
  HORIZONTAL_BAR("A chart of horizontal bars", "one number for each of at most 100 categories"),
  GROUPED_BAR("A chart of grouped bars", "at most 12 groups of at most 5 bars"),
  STACKED_BAR("A chart of stacked bars", "at most 30 bars of at most 8 sums, none negative"),
  DONUT("A donut", "2 to 6 positive sums that make up a whole, with no row missing"),
  SCATTER("A scatter plot", "two numbers, or a number and a time, in each of at least 3 rows"),
  HEAT_MAP("A heat map", "one number for each pair of at most 60 by 40 categories"),
  HISTOGRAM("A histogram", "one column of at least 10 numbers");

  private final String title;
  private final String needs;

  ChartForm(String title, String needs) {
    this.title = title;
    this.needs = needs;
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }

  /** Why it is not valid, when it is not. */
  String refusal() {
    return title + " needs " + needs + ".";
  }
}
