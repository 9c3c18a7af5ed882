package io.custard.protocol.agent;

import io.custard.protocol.LinkId;
import java.util.Objects;

/**
 * Answers {@link Hello}: the link stands.
 *
 * @param version the newest version both ends speak
 */
public record Welcome(LinkId linkId, int version, int heartbeatSeconds) implements GatewayFrame {
  public Welcome {
    Objects.requireNonNull(linkId);
  }
}
