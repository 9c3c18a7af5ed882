package io.custard.query.chart;

import static io.custard.query.chart.ChartForm.AREA;
import static io.custard.query.chart.ChartForm.BAR;
import static io.custard.query.chart.ChartForm.DONUT;
import static io.custard.query.chart.ChartForm.FIGURE;
import static io.custard.query.chart.ChartForm.GROUPED_BAR;
import static io.custard.query.chart.ChartForm.HISTOGRAM;
import static io.custard.query.chart.ChartForm.HORIZONTAL_BAR;
import static io.custard.query.chart.ChartForm.LINE;
import static io.custard.query.chart.ChartForm.MULTI_LINE;
import static io.custard.query.chart.ChartForm.SCATTER;
import static io.custard.query.chart.Option.valid;
import static io.custard.query.chart.Option.when;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which forms show a result without telling more or less than its rows do, the best one first. The
 * same shape gives the same forms. None means that a table is the honest answer: nothing is added
 * up, cut off or averaged to get a chart.
 *
 * <pre>
 * dimensions  numbers
 * any         1         one row: a figure
 * none        1, 2      histogram; scatter
 * a time      1, 2 to 4 line, area, bars; several lines when of like size
 * a category  1, 2 to 4 bars, donut; grouped bars when of like size, scatter
 * two         1         lines, grouped or stacked bars, heat map
 * more        any       none
 * </pre>
 */
final class ChartRules {
  static final int FEW_POINTS = 3;
  static final int MOST_BARS = 30;
  private static final int MOST_ROWS_OF_BARS = 100;
  private static final int UPRIGHT_BARS = 12;
  private static final int UPRIGHT_LABEL = 12;
  static final int MOST_GROUPS = 12;
  private static final int MOST_PARTS = 6;
  private static final int MOST_MEASURES = 4;
  private static final double LIKE_SIZE = 100;

  private ChartRules() {}

  static List<Option> options(ResultShape shape) {
    List<ColumnShape> measures = shape.measures();
    List<ColumnShape> dimensions = shape.dimensions();
    if (shape.read() == 0 || measures.isEmpty()) {
      return List.of();
    }
    if (shape.rows() == 1) {
      return figure(shape, measures.getFirst());
    }
    return switch (dimensions.size()) {
      case 0 -> alone(shape, measures);
      case 1 -> byOne(shape, dimensions.getFirst(), measures);
      case 2 -> PairRules.options(shape, dimensions, measures);
      default -> List.of();
    };
  }

  private static List<Option> figure(ResultShape shape, ColumnShape measure) {
    boolean alone = shape.measures().size() == 1 && shape.dimensions().size() <= 1;
    return valid(
        Stream.of(
            when(
                alone && !shape.truncated() && measure.spread().nulls() == 0,
                FIGURE,
                new Axes.One(measure),
                "One row with one number.")));
  }

  private static List<Option> alone(ResultShape shape, List<ColumnShape> measures) {
    ColumnShape first = measures.getFirst();
    if (measures.size() == 1) {
      return valid(
          Stream.of(
              when(
                  shape.read() >= 10 && first.distinct() >= 5,
                  HISTOGRAM,
                  new Axes.One(first),
                  "Many numbers without names: how they are spread.")));
    }
    return measures.size() == 2
        ? valid(Stream.of(scatter(shape, new Axes.Points(first, measures.get(1), null))))
        : List.of();
  }

  private static List<Option> byOne(ResultShape shape, ColumnShape by, List<ColumnShape> measures) {
    ColumnShape first = measures.getFirst();
    if (measures.size() > 1) {
      return several(shape, by, measures);
    }
    if (!shape.apart()) {
      boolean timed = by.role() == Role.DAY || by.role() == Role.TIME;
      return timed ? valid(Stream.of(scatter(shape, new Axes.Points(by, first, null)))) : List.of();
    }
    Axes.Two axes = new Axes.Two(by, first);
    return by.role().isTemporal() ? overTime(axes) : byCategory(shape, axes);
  }

  private static List<Option> overTime(Axes.Two axes) {
    int points = axes.across().distinct();
    return valid(
        Stream.of(
            when(points >= FEW_POINTS, LINE, axes, "One number for each point in time."),
            when(
                points >= FEW_POINTS && axes.up().stacks(),
                AREA,
                axes,
                "Sums over time, none negative."),
            when(
                points <= MOST_BARS && axes.across().role().isBanded(),
                BAR,
                axes,
                "One number for each of a few points in time.")));
  }

  private static List<Option> byCategory(ResultShape shape, Axes.Two axes) {
    int bars = axes.across().distinct();
    boolean upright = bars <= UPRIGHT_BARS && axes.across().spread().longest() <= UPRIGHT_LABEL;
    Optional<Option> bar =
        when(bars <= MOST_BARS, BAR, axes, "One number for each of a few categories.");
    Optional<Option> horizontal =
        when(
            bars <= MOST_ROWS_OF_BARS,
            HORIZONTAL_BAR,
            axes,
            "One number for each category, with room for many or long names.");
    return valid(
        Stream.of(
            upright ? bar : horizontal,
            upright ? horizontal : bar,
            when(isWhole(shape, axes), DONUT, axes, "A few positive parts of a whole.")));
  }

  private static boolean isWhole(ResultShape shape, Axes.Two axes) {
    ColumnShape part = axes.up();
    return !shape.partial()
        && axes.across().distinct() <= MOST_PARTS
        && part.stacks()
        && part.spread().lowest() > 0
        && part.spread().nulls() == 0;
  }

  private static List<Option> several(
      ResultShape shape, ColumnShape by, List<ColumnShape> measures) {
    Axes.Several axes = new Axes.Several(by, measures);
    boolean together = shape.apart() && measures.size() <= MOST_MEASURES && areOfLikeSize(measures);
    boolean lines = by.role().isTemporal() && by.distinct() >= FEW_POINTS;
    Axes.Points points = new Axes.Points(measures.get(0), measures.get(1), by);
    return valid(
        Stream.of(
            when(together && lines, MULTI_LINE, axes, "Numbers of like size over time."),
            when(
                together && by.role().isBanded() && by.distinct() <= MOST_GROUPS,
                GROUPED_BAR,
                axes,
                "Numbers of like size for each of a few groups."),
            measures.size() == 2 ? scatter(shape, points) : Optional.empty()));
  }

  /** Otherwise the smaller ones would lie flat on a shared axis. */
  private static boolean areOfLikeSize(List<ColumnShape> measures) {
    double[] sizes =
        measures.stream().mapToDouble(column -> column.spread().magnitude()).sorted().toArray();
    return sizes[sizes.length - 1] <= LIKE_SIZE * sizes[0];
  }

  private static Optional<Option> scatter(ResultShape shape, Axes.Points axes) {
    return when(shape.read() >= FEW_POINTS, SCATTER, axes, "One point for each row.");
  }
}
