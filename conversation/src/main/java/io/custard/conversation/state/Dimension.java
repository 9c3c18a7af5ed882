package io.custard.conversation.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the rows are grouped by.
 *
 * @param grain null if by the column's own values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dimension(ColumnName column, @Nullable Grain grain) {
  /** As people say it. */
  @JsonIgnore
  public String label() {
    return grain == null ? column.label() : grain.label() + " of " + column.label();
  }
}
