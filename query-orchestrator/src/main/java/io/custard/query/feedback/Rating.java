package io.custard.query.feedback;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an answer helped. */
public enum Rating {
  UP,
  DOWN;

  /** As the API and the table write it. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
