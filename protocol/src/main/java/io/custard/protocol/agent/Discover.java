package io.custard.protocol.agent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the schema.
 *
 * @param changesOnly true: only tables that differ from what was sent on this link before, for
 *     agents with {@link io.custard.protocol.Capability#SCHEMA_CHANGES}; absent: all of them
 */
public record Discover(String discoveryId, @Nullable Boolean changesOnly) implements GatewayFrame {
  public Discover {
    Objects.requireNonNull(discoveryId);
  }
}
