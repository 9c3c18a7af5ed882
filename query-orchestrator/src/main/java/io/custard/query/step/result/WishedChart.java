package io.custard.query.step.result;

import io.custard.query.chart.Chart;
import io.custard.query.chart.ChartForm;
import io.custard.query.graph.Outcome;
import io.custard.query.result.StatementResult;
import java.util.List;

/** The chart somebody asked for in words. */
final class WishedChart {
  private WishedChart() {}

  /** The first form of what the word means that fits the result; else why none does. */
  static Outcome<Chart> of(io.custard.conversation.change.ChartForm wish, StatementResult result) {
    String reason = "A table was wished for.";
    for (ChartForm form : forms(wish)) {
      switch (Chart.as(form, result)) {
        case Chart.Choice.Drawn drawn -> {
          return new Outcome.Done<>(drawn.chart());
        }
        case Chart.Choice.NotValid not -> reason = not.reason();
      }
    }
    return new Outcome.Skipped<>(reason);
  }

  private static List<ChartForm> forms(io.custard.conversation.change.ChartForm wish) {
    return switch (wish) {
      case TABLE -> List.of();
      case BAR ->
          List.of(
              ChartForm.GROUPED_BAR,
              ChartForm.STACKED_BAR,
              ChartForm.HORIZONTAL_BAR,
              ChartForm.BAR);
      case LINE -> List.of(ChartForm.MULTI_LINE, ChartForm.LINE);
      case AREA -> List.of(ChartForm.AREA);
      case PIE -> List.of(ChartForm.DONUT);
      case SCATTER -> List.of(ChartForm.SCATTER);
      case HISTOGRAM -> List.of(ChartForm.HISTOGRAM);
    };
  }
}
