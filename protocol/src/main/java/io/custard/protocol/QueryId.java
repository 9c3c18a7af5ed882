package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names one execution of one statement; frames, commands and replies carry it. */
public record QueryId(@JsonValue UUID value) {
  public QueryId {
    Objects.requireNonNull(value);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static QueryId of(UUID value) {
    return new QueryId(value);
  }

  /** Reads the usual text form; anything else is an {@link IllegalArgumentException}. */
  public static QueryId fromString(String text) {
    return new QueryId(UUID.fromString(text));
  }

  public static QueryId random() {
    return new QueryId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
