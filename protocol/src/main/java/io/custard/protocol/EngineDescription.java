package io.custard.protocol;

import java.util.Objects;

/**
 * Which database the agent talks to.
 *
 * @param dialect the guard's name of the dialect, for example {@code postgresql}
 * @param version as the server says it
 */
public record EngineDescription(String dialect, String version) {
  public EngineDescription {
    Objects.requireNonNull(dialect);
    Objects.requireNonNull(version);
  }
}
