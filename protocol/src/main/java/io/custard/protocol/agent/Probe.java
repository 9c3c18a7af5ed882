package io.custard.protocol.agent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the agent's loop still turns; {@link Probed} answers.
 *
 * @param database true: try the database first and answer with what it said
 */
public record Probe(String probeId, @Nullable Boolean database) implements GatewayFrame {
  public Probe {
    Objects.requireNonNull(probeId);
  }
}
