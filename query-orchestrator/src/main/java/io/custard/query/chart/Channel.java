package io.custard.query.chart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.protocol.ColumnType;

/** How a column is bound to a part of a Vega-Lite chart. */
final class Channel {
  private Channel() {}

  /** A column that is no measure, or a measure across a scatter plot. */
  static ObjectNode axis(ColumnShape column, ChartForm form) {
    return switch (column.role()) {
      case MEASURE -> number(column, false);
      case DAY -> day(column, form);
      case TIME -> bound(column, "temporal");
      case PERIOD -> period(column, form);
      case CATEGORY, LABEL, NONE -> inOrder(bound(column, "nominal"));
    };
  }

  /** A colour for each value, in the order of the rows. */
  static ObjectNode series(ColumnShape column) {
    return inOrder(unit(column, bound(column, "nominal")));
  }

  static ObjectNode number(ColumnShape column, boolean fromZero) {
    ObjectNode channel = bound(column, "quantitative");
    channel.putObject("scale").put("zero", fromZero);
    return channel;
  }

  /** A value as text. */
  static ObjectNode shown(ColumnShape column) {
    return switch (column.role()) {
      case MEASURE -> bound(column, "quantitative").put("format", format(column));
      case DAY -> unit(column, bound(column, "temporal"));
      case TIME -> bound(column, "temporal").put("format", "%Y-%m-%d %H:%M:%S");
      case PERIOD, CATEGORY, LABEL, NONE -> bound(column, "nominal");
    };
  }

  private static ObjectNode bound(ColumnShape column, String type) {
    return object().put("field", column.field()).put("type", type).put("title", column.title());
  }

  /** Bars come in the order of the rows, which may be by size; everything else in time's. */
  private static ObjectNode period(ColumnShape column, ChartForm form) {
    ObjectNode channel = crowded(bound(column, "ordinal"));
    return form == ChartForm.BAR ? inOrder(channel) : channel.put("sort", "ascending");
  }

  /** Bars and cells need a place for each day; lines a scale. */
  private static ObjectNode day(ColumnShape column, ChartForm form) {
    return switch (form) {
      case BAR -> inOrder(crowded(unit(column, bound(column, "ordinal"))));
      case GROUPED_BAR, STACKED_BAR, HEAT_MAP -> crowded(unit(column, bound(column, "ordinal")));
      default -> unit(column, bound(column, "temporal"));
    };
  }

  /**
   * A date is read as midnight in Greenwich and has to be written there too, or readers west of it
   * see the day before.
   */
  private static ObjectNode unit(ColumnShape column, ObjectNode channel) {
    if (column.role() == Role.DAY) {
      boolean local = column.column().type() == ColumnType.TIMESTAMP;
      channel.put("timeUnit", local ? "yearmonthdate" : "utcyearmonthdate");
    }
    return channel;
  }

  private static String format(ColumnShape column) {
    if (column.column().type() == ColumnType.INTEGER) {
      return ",d";
    }
    return column.spread().magnitude() < 1 ? ".3~g" : ",.2~f";
  }

  private static ObjectNode crowded(ObjectNode channel) {
    channel.putObject("axis").put("labelOverlap", true);
    return channel;
  }

  /** No sorting of the renderer's: the rows came in the order that was asked for. */
  private static ObjectNode inOrder(ObjectNode channel) {
    return channel.putNull("sort");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
