package io.custard.query.feedback;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What was the matter with an answer. */
public enum Reason {
  WRONG_NUMBERS,
  WRONG_TABLE,
  MISUNDERSTOOD,
  TOO_SLOW,
  HARD_TO_READ,
  OTHER;

  /** As the API and the table write it. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
