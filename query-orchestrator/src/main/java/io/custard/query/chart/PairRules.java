package io.custard.query.chart;

import static io.custard.query.chart.ChartForm.GROUPED_BAR;
import static io.custard.query.chart.ChartForm.HEAT_MAP;
import static io.custard.query.chart.ChartForm.MULTI_LINE;
import static io.custard.query.chart.ChartForm.STACKED_BAR;
import static io.custard.query.chart.ChartRules.FEW_POINTS;
import static io.custard.query.chart.ChartRules.MOST_BARS;
import static io.custard.query.chart.ChartRules.MOST_GROUPS;
import static io.custard.query.chart.Option.valid;
import static io.custard.query.chart.Option.when;

import java.util.List;
import java.util.stream.Stream;

/** Forms for one number for each pair of two dimensions. */
final class PairRules {
  private static final int MOST_IN_GROUP = 5;
  private static final int MOST_SERIES = 8;
  private static final int MOST_HEAT_ACROSS = 60;
  private static final int MOST_HEAT_UP = 40;

  private PairRules() {}

  static List<Option> options(ResultShape shape, List<ColumnShape> by, List<ColumnShape> measures) {
    if (measures.size() > 1 || !shape.apart()) {
      return List.of();
    }
    Axes.Split axes = split(by.get(0), by.get(1), measures.getFirst());
    int across = axes.across().distinct();
    int series = axes.series().distinct();
    boolean banded = axes.across().role().isBanded() && axes.series().role().isBanded();
    return valid(
        Stream.of(
            when(
                axes.across().role().isTemporal() && across >= FEW_POINTS && series <= MOST_SERIES,
                MULTI_LINE,
                axes,
                "A line over time for each of a few categories."),
            when(
                banded && across <= MOST_GROUPS && series <= MOST_IN_GROUP,
                GROUPED_BAR,
                axes,
                "One number for each of a few pairs."),
            when(
                banded && across <= MOST_BARS && series <= MOST_SERIES && axes.up().stacks(),
                STACKED_BAR,
                axes,
                "Sums for each pair, none negative."),
            when(
                banded && across <= MOST_HEAT_ACROSS && series <= MOST_HEAT_UP,
                HEAT_MAP,
                axes,
                "One number for each of many pairs.")));
  }

  /** Time goes across; else, or when both are times, what has more values does. */
  private static Axes.Split split(ColumnShape one, ColumnShape other, ColumnShape up) {
    boolean swap =
        one.role().isTemporal() == other.role().isTemporal()
            ? other.distinct() > one.distinct()
            : other.role().isTemporal();
    return swap ? new Axes.Split(other, one, up) : new Axes.Split(one, other, up);
  }
}
