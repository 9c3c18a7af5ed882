package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * Names one customer database as Custard knows it; also the {@code agent_id} of the upgrade path.
 */
public record ConnectionId(@JsonValue UUID value) {
  public ConnectionId {
    Objects.requireNonNull(value);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ConnectionId of(UUID value) {
    return new ConnectionId(value);
  }

  /** Reads the usual text form; anything else is an {@link IllegalArgumentException}. */
  public static ConnectionId fromString(String text) {
    return new ConnectionId(UUID.fromString(text));
  }

  public static ConnectionId random() {
    return new ConnectionId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
