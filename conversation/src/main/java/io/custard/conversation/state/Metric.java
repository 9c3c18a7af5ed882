package io.custard.conversation.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is shown.
 *
 * @param column null where rows are counted, or the calculation is not told in detail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Metric(Calculation calculation, @Nullable ColumnName column, boolean distinct) {
  @JsonIgnore
  public boolean isAggregate() {
    return calculation != Calculation.VALUE && calculation != Calculation.OTHER;
  }

  /** As people say it. */
  @JsonIgnore
  public String label() {
    String of = column == null ? "" : column.label();
    return switch (calculation) {
      case VALUE -> of;
      case OTHER -> "a calculation";
      case COUNT ->
          column == null ? "number of rows" : "number of " + (distinct ? "different " : "") + of;
      case SUM, AVERAGE, MINIMUM, MAXIMUM -> calculation.label() + " of " + of;
    };
  }
}
