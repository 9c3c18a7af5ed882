package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names one open socket of one agent; a new socket is a new link. */
public record LinkId(@JsonValue UUID value) {
  public LinkId {
    Objects.requireNonNull(value);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static LinkId of(UUID value) {
    return new LinkId(value);
  }

  /** Reads the usual text form; anything else is an {@link IllegalArgumentException}. */
  public static LinkId fromString(String text) {
    return new LinkId(UUID.fromString(text));
  }

  public static LinkId random() {
    return new LinkId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
