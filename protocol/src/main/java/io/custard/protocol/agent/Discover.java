package io.custard.protocol.agent;

import java.util.Objects;

/** Asks for the whole schema. */
public record Discover(String discoveryId) implements GatewayFrame {
  public Discover {
    Objects.requireNonNull(discoveryId);
  }
}
