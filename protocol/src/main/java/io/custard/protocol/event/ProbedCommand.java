package io.custard.protocol.event;

import java.util.Objects;

/**
 * Answers {@link ProbeCommand}.
 *
 * @param epoch of the gateway that asked
 */
public record ProbedCommand(String probeId, long epoch, boolean alive) implements Command {
  public ProbedCommand {
    Objects.requireNonNull(probeId);
  }
}
