package io.custard.conversation.state;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A condition on what was calculated of each group. */
public record GroupFilter(Metric metric, Operator operator, String value) {
  /** As people say it. */
  @JsonIgnore
  public String label() {
    return metric.label() + " " + operator.label() + " " + value;
  }
}
