package io.custard.conversation.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Metric;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of what is asked for.
 *
 * <p>A {@code via} says by which foreign keys a table is reached that the statement does not read
 * yet, each as {@code table.column}; empty where there is one way only.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Change.SetPeriod.class, name = "set_period"),
  @JsonSubTypes.Type(value = Change.RemovePeriod.class, name = "remove_period"),
  @JsonSubTypes.Type(value = Change.AddFilter.class, name = "add_filter"),
  @JsonSubTypes.Type(value = Change.ReplaceFilter.class, name = "replace_filter"),
  @JsonSubTypes.Type(value = Change.RemoveFilter.class, name = "remove_filter"),
  @JsonSubTypes.Type(value = Change.SetDimension.class, name = "set_dimension"),
  @JsonSubTypes.Type(value = Change.AddDimension.class, name = "add_dimension"),
  @JsonSubTypes.Type(value = Change.RemoveDimension.class, name = "remove_dimension"),
  @JsonSubTypes.Type(value = Change.SetLimit.class, name = "set_limit"),
  @JsonSubTypes.Type(value = Change.SetOrder.class, name = "set_order"),
  @JsonSubTypes.Type(value = Change.RemoveOrder.class, name = "remove_order"),
  @JsonSubTypes.Type(value = Change.SetMetric.class, name = "set_metric"),
  @JsonSubTypes.Type(value = Change.AddMetric.class, name = "add_metric")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Change {
  /**
   * Holds a date to a half-open range of days, in place of whatever held it before.
   *
   * @param column null for the obvious one
   */
  record SetPeriod(@Nullable ColumnName column, @Nullable LocalDate from, @Nullable LocalDate until)
      implements Change {}

  /**
   * Any time.
   *
   * @param column null for the obvious one
   */
  record RemovePeriod(@Nullable ColumnName column) implements Change {}

  record AddFilter(Filter filter, List<String> via) implements Change {
    public AddFilter {
      via = List.copyOf(via);
    }
  }

  /** In place of all conditions on the same column. */
  record ReplaceFilter(Filter filter) implements Change {}

  /** Removes all conditions on the column. */
  record RemoveFilter(ColumnName column) implements Change {}

  /**
   * Groups by this and by nothing else.
   *
   * @param each whether rows of its table that look the same are kept apart
   */
  record SetDimension(Dimension dimension, boolean each, List<String> via) implements Change {
    public SetDimension {
      via = List.copyOf(via);
    }
  }

  /**
   * Groups by this as well.
   *
   * @param each whether rows of its table that look the same are kept apart
   */
  record AddDimension(Dimension dimension, boolean each, List<String> via) implements Change {
    public AddDimension {
      via = List.copyOf(via);
    }
  }

  /**
   * No longer groups by this.
   *
   * @param dimension null for all of them
   */
  record RemoveDimension(@Nullable Dimension dimension) implements Change {}

  /**
   * Shows so many rows.
   *
   * @param limit null for all of them
   */
  record SetLimit(@Nullable Integer limit) implements Change {}

  /**
   * Sorts.
   *
   * @param by null for what it is sorted by now, or its only metric
   */
  record SetOrder(@Nullable Metric by, boolean descending) implements Change {}

  record RemoveOrder() implements Change {}

  /**
   * Calculates this.
   *
   * @param instead in place of which metric; null for the only one
   */
  record SetMetric(Metric metric, @Nullable Metric instead) implements Change {}

  /** Calculates this as well. */
  record AddMetric(Metric metric) implements Change {}
}
