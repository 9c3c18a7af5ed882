package io.custard.conversation.edit;

import io.custard.conversation.change.Change;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Metric;
import io.custard.conversation.state.Period;
import java.util.List;
import java.util.stream.Collectors;

/** Says what was changed. */
public final class Sentences {
  private static final ColumnName NO_COLUMN = new ColumnName("", "");

  private Sentences() {}

  /** One sentence for all changes; it holds the values people named. */
  public static String of(List<Change> changes) {
    return changes.isEmpty()
        ? "Nothing was changed."
        : "Changed: " + changes.stream().map(Sentences::of).collect(Collectors.joining("; ")) + ".";
  }

  private static String of(Change change) {
    return switch (change) {
      case Change.SetPeriod c -> "period " + new Period(NO_COLUMN, c.from(), c.until()).label();
      case Change.RemovePeriod _ -> "any time";
      case Change.AddFilter c -> "only where " + c.filter().label();
      case Change.ReplaceFilter c -> "now where " + c.filter().label();
      case Change.RemoveFilter c -> "whatever the " + c.column().label();
      case Change.SetDimension c -> "grouped by " + c.dimension().label();
      case Change.AddDimension c -> "also grouped by " + c.dimension().label();
      case Change.RemoveDimension c -> {
        Dimension dimension = c.dimension();
        yield dimension == null ? "not grouped" : "not grouped by " + dimension.label();
      }
      case Change.SetLimit c -> c.limit() == null ? "all rows" : "the first " + c.limit() + " rows";
      case Change.SetOrder c -> order(c);
      case Change.RemoveOrder _ -> "not sorted";
      case Change.SetMetric c -> "now the " + c.metric().label();
      case Change.AddMetric c -> "also the " + c.metric().label();
    };
  }

  private static String order(Change.SetOrder change) {
    Metric by = change.by();
    return "sorted "
        + (by == null ? "" : "by " + by.label() + ", ")
        + (change.descending() ? "highest first" : "lowest first");
  }
}
