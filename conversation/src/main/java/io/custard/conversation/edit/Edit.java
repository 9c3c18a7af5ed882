package io.custard.conversation.edit;

import io.custard.conversation.QuestionState;
import io.custard.conversation.change.Change;
import io.custard.conversation.statement.Span;
import io.custard.conversation.statement.SqlStatement;

/** One change of one statement. */
public final class Edit {
  /** The place of what is not in the statement yet. */
  static final Span NOWHERE = new Span(0, 0);

  private final Workbench bench;

  public Edit(SqlStatement statement) {
    this.bench = new Workbench(statement);
  }

  /** What the statement asks for. */
  public QuestionState state() {
    return bench.state();
  }

  /**
   * The changed text, which nobody has judged yet.
   *
   * @throws Stopped if the change cannot be made, or not before something is asked
   */
  public String apply(Change change) throws Stopped {
    switch (change) {
      case Change.SetPeriod c -> new PeriodEdit(bench).set(c);
      case Change.RemovePeriod c -> new PeriodEdit(bench).unset(c);
      case Change.AddFilter c -> new FilterEdit(bench).add(c);
      case Change.ReplaceFilter c -> new FilterEdit(bench).replace(c);
      case Change.RemoveFilter c -> new FilterEdit(bench).remove(c);
      case Change.SetDimension c -> new DimensionEdit(bench).set(c);
      case Change.AddDimension c -> new DimensionEdit(bench).add(c);
      case Change.RemoveDimension c -> new DimensionEdit(bench).remove(c);
      case Change.SetLimit c -> new OrderEdit(bench).limit(c);
      case Change.SetOrder c -> new OrderEdit(bench).set(c);
      case Change.RemoveOrder _ -> new OrderEdit(bench).unset();
      case Change.SetMetric c -> new MetricEdit(bench).set(c);
      case Change.AddMetric c -> new MetricEdit(bench).add(c);
    }
    return bench.draft().render();
  }
}
