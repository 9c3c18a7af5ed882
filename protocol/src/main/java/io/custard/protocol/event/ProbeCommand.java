package io.custard.protocol.event;

import java.util.Objects;

/**
 * One gateway asks another whether a link it holds still answers; {@link ProbedCommand} comes back.
 *
 * @param replyTo the gateway that asks
 */
public record ProbeCommand(String probeId, CommandTarget target, ReplicaAddress replyTo)
    implements Command {
  public ProbeCommand {
    Objects.requireNonNull(probeId);
    Objects.requireNonNull(target);
    Objects.requireNonNull(replyTo);
  }
}
