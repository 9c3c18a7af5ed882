package io.custard.conversation.state;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What the rows are sorted by.
 *
 * @param by for people: the label of a metric, a dimension or a column
 */
public record Order(String by, boolean descending) {
  /** As people say it. */
  @JsonIgnore
  public String label() {
    return by + (descending ? ", highest first" : ", lowest first");
  }
}
