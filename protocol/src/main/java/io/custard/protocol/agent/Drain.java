package io.custard.protocol.agent;

import java.util.Objects;

/**
 * The gateway is about to stop: finish what runs, say goodbye, dial again. New statements do not
 * come on this link.
 *
 * @param graceMillis how long the gateway waits before it closes the link itself
 */
public record Drain(String reason, long graceMillis) implements GatewayFrame {
  public Drain {
    Objects.requireNonNull(reason);
  }
}
