package io.custard.protocol.agent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The gateway will not go on with this link; it closes next.
 *
 * @param retryAfterSeconds when dialling again may be of use; absent: as the agent sees fit
 */
public record Refused(String code, String message, @Nullable Integer retryAfterSeconds)
    implements GatewayFrame {
  public Refused {
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
  }
}
