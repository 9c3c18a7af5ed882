package io.custard.protocol.agent;

import java.util.Objects;

/** The agent is about to close the link on purpose. */
public record Goodbye(String reason) implements AgentFrame {
  public Goodbye {
    Objects.requireNonNull(reason);
  }
}
