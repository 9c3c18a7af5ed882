package io.custard.conversation.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A condition on one column.
 *
 * @param values as text, without quotes; none where the operator needs none
 */
public record Filter(ColumnName column, Operator operator, List<String> values) {
  public Filter {
    values = List.copyOf(values);
  }

  /** As people say it. */
  @JsonIgnore
  public String label() {
    String joined = String.join(operator == Operator.BETWEEN ? " and " : ", ", values);
    return column.label() + " " + operator.label() + (joined.isEmpty() ? "" : " " + joined);
  }
}
