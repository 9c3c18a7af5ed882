package io.custard.query.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes a chart in Vega-Lite. Only literals: no address to load from, no expression, no transform.
 * The renderer adds the data under the name {@code result} and the number format of its locale.
 */
final class ChartSpec {
  private static final String GRAMMAR = "https://vega.github.io/schema/vega-lite/v6.json";
  private static final String CONTAINER = "container";
  private static final int POINTS_SHOWN = 60;
  private static final int HEIGHT_OF_BAR = 20;
  private static final int FIGURE_SIZE = 48;
  private static final int HOLE = 60;

  private ChartSpec() {}

  static ObjectNode of(Option option, ResultShape shape) {
    ObjectNode spec = object().put("$schema", GRAMMAR);
    spec.put("description", ChartText.description(option, shape));
    spec.putObject("data").put("name", "result");
    spec.put("width", CONTAINER);
    switch (option.axes()) {
      case Axes.One one -> one(spec, option.form(), one);
      case Axes.Two two -> two(spec, option.form(), two);
      case Axes.Split split -> split(spec, option.form(), split);
      case Axes.Several several -> several(spec, option.form(), several);
      case Axes.Points points -> points(spec, points);
    }
    return spec;
  }

  private static void one(ObjectNode spec, ChartForm form, Axes.One axes) {
    if (form == ChartForm.FIGURE) {
      spec.put("title", axes.measure().title());
      spec.set("mark", mark("text").put("fontSize", FIGURE_SIZE));
      spec.putObject("encoding").set("text", Channel.shown(axes.measure()));
    } else {
      spec.set("mark", mark("bar"));
      ObjectNode across = Channel.number(axes.measure(), false).put("bin", true);
      ObjectNode up = object().put("aggregate", "count").put("type", "quantitative");
      spec.putObject("encoding").<ObjectNode>set("x", across).set("y", up.put("title", "Rows"));
    }
  }

  private static void two(ObjectNode spec, ChartForm form, Axes.Two axes) {
    ObjectNode encoding = spec.putObject("encoding");
    ObjectNode across = Channel.axis(axes.across(), form);
    ObjectNode up = Channel.number(axes.up(), form != ChartForm.LINE);
    switch (form) {
      case HORIZONTAL_BAR -> {
        spec.putObject("height").put("step", HEIGHT_OF_BAR);
        spec.set("mark", mark("bar"));
        encoding.<ObjectNode>set("y", across).set("x", up);
      }
      case DONUT -> {
        spec.set("mark", mark("arc").put("innerRadius", HOLE));
        encoding.<ObjectNode>set("theta", up.put("stack", true)).set("color", across);
        up.remove("scale");
      }
      default -> {
        spec.set("mark", markOf(form, axes.across().distinct()));
        encoding.<ObjectNode>set("x", across).set("y", up);
      }
    }
    encoding.set("tooltip", tooltip(axes));
  }

  private static void split(ObjectNode spec, ChartForm form, Axes.Split axes) {
    ObjectNode encoding = spec.putObject("encoding");
    encoding.set("x", Channel.axis(axes.across(), form));
    ObjectNode series = Channel.series(axes.series());
    ObjectNode up = Channel.number(axes.up(), form != ChartForm.MULTI_LINE);
    spec.set("mark", markOf(form, axes.across().distinct()));
    switch (form) {
      case HEAT_MAP -> {
        up.remove("scale");
        encoding.<ObjectNode>set("y", Channel.axis(axes.series(), form)).set("color", up);
      }
      case GROUPED_BAR -> {
        encoding.<ObjectNode>set("y", up).set("color", series);
        encoding.set("xOffset", Channel.series(axes.series()));
      }
      case STACKED_BAR ->
          encoding.<ObjectNode>set("y", up.put("stack", "zero")).set("color", series);
      default -> encoding.<ObjectNode>set("y", up).set("color", series);
    }
    encoding.set("tooltip", tooltip(axes));
  }

  /** One layer for each column, named by a literal: no transform has to melt them into one. */
  private static void several(ObjectNode spec, ChartForm form, Axes.Several axes) {
    ArrayNode layers = spec.putArray("layer");
    for (ColumnShape up : axes.ups()) {
      ObjectNode layer = layers.addObject();
      layer.set("mark", markOf(form, axes.across().distinct()));
      ObjectNode encoding = layer.putObject("encoding");
      encoding.set("x", Channel.axis(axes.across(), form));
      encoding.set("y", Channel.number(up, form == ChartForm.GROUPED_BAR).put("title", ""));
      encoding.putObject("color").put("datum", up.title()).put("type", "nominal");
      if (form == ChartForm.GROUPED_BAR) {
        encoding.putObject("xOffset").put("datum", up.title()).put("type", "nominal");
      }
      encoding.set("tooltip", tooltip(new Axes.Two(axes.across(), up)));
    }
  }

  private static void points(ObjectNode spec, Axes.Points axes) {
    spec.set("mark", mark("point").put("filled", true));
    ObjectNode encoding = spec.putObject("encoding");
    encoding.set("x", Channel.axis(axes.across(), ChartForm.SCATTER));
    encoding.set("y", Channel.number(axes.up(), false));
    encoding.set("tooltip", tooltip(axes));
  }

  private static ObjectNode markOf(ChartForm form, int points) {
    return switch (form) {
      case LINE, MULTI_LINE -> mark("line").put("point", points <= POINTS_SHOWN);
      case AREA -> mark("area").put("line", true);
      case HEAT_MAP -> mark("rect");
      default -> mark("bar");
    };
  }

  private static ObjectNode mark(String type) {
    return object().put("type", type);
  }

  private static ArrayNode tooltip(Axes axes) {
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    axes.columns().forEach(column -> lines.add(Channel.shown(column)));
    return lines;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
