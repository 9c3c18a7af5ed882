package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names a person. */
public record UserId(@JsonValue UUID value) {
  public UserId {
    Objects.requireNonNull(value);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static UserId of(UUID value) {
    return new UserId(value);
  }

  /** Reads the usual text form; anything else is an {@link IllegalArgumentException}. */
  public static UserId fromString(String text) {
    return new UserId(UUID.fromString(text));
  }

  public static UserId random() {
    return new UserId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
