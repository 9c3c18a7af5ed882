package io.custard.protocol.agent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link Probe}.
 *
 * @param health fresh, when the probe asked for the database; absent otherwise
 */
public record Probed(String probeId, @Nullable Health health) implements AgentFrame {
  public Probed {
    Objects.requireNonNull(probeId);
  }
}
