package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names the tenant. It is part of every key and every query. */
public record OrganisationId(@JsonValue UUID value) {
  public OrganisationId {
    Objects.requireNonNull(value);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static OrganisationId of(UUID value) {
    return new OrganisationId(value);
  }

  /** Reads the usual text form; anything else is an {@link IllegalArgumentException}. */
  public static OrganisationId fromString(String text) {
    return new OrganisationId(UUID.fromString(text));
  }

  public static OrganisationId random() {
    return new OrganisationId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
