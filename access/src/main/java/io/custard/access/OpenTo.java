package io.custard.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may use a connection without a grant of their own. */
public enum OpenTo {
  /** Every member, as their role allows. */
  MEMBERS,
  /** Nobody but the organisation's administrators. */
  GRANTED;

  /** Reads the wire form; one this build does not know is none. */
  public static Optional<OpenTo> of(String name) {
    return Arrays.stream(values()).filter(open -> open.wireName().equals(name)).findFirst();
  }

  /** As events and the API write it. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
