package io.custard.protocol.event;

import java.util.Objects;

/** Read the schema again over one link and publish what changed. */
public record DiscoverCommand(CommandTarget target) implements Command {
  public DiscoverCommand {
    Objects.requireNonNull(target);
  }
}
