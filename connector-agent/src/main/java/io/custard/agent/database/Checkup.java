package io.custard.agent.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a probe found.
 *
 * @param roleWarning what the role can do that it should not, in one sentence
 */
public record Checkup(String version, @Nullable String roleWarning) {
  public Checkup {
    Objects.requireNonNull(version);
  }
}
