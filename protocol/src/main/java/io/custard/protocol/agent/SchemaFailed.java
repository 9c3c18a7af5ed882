package io.custard.protocol.agent;

import java.util.Objects;

/** Discovery ended without a whole schema. */
public record SchemaFailed(String discoveryId, String code, String message) implements AgentFrame {
  public SchemaFailed {
    Objects.requireNonNull(discoveryId);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
  }
}
