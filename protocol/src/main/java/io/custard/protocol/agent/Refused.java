package io.custard.protocol.agent;

import java.util.Objects;

/** The gateway will not go on with this link; it closes next. */
public record Refused(String code, String message) implements GatewayFrame {
  public Refused {
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
  }
}
