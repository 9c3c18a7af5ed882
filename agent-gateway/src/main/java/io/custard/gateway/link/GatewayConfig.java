package io.custard.gateway.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of agents' links. */
@ConfigMapping(prefix = "custard.gateway.link")
public interface GatewayConfig {
  /** How often an agent reports its health. */
  @WithDefault("PT5S")
  Duration heartbeat();

  /** An agent that was not heard for so many heartbeats is gone. */
  @WithDefault("3")
  int missedHeartbeats();

  /** How long a socket may stay open without a hello. */
  @WithDefault("PT10S")
  Duration helloDeadline();

  /** Statements under way on one link; one more is refused. */
  @WithDefault("64")
  int maxInFlight();

  /** How long the ownership of a link stays in Redis when its gateway is gone. */
  @WithDefault("PT30S")
  Duration ownershipLifetime();
}
