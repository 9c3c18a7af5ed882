package io.custard.gateway.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of agents' links. */
@ConfigMapping(prefix = "custard.gateway.link")
public interface GatewayConfig {
  /** How often an agent reports its health and is probed; whole seconds. */
  @WithDefault("PT3S")
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

  /** How long an older link of an instance may take to prove that it lives. */
  @WithDefault("PT2S")
  Duration probeDeadline();

  /** The same when another replica holds it, messages to and fro included. */
  @WithDefault("PT3S")
  Duration remoteProbeDeadline();

  /** How often a schema is compared with the database without being asked to. */
  @WithDefault("PT10M")
  Duration rediscovery();

  /** How long statements may go on when this replica stops. */
  @WithDefault("PT10S")
  Duration drainGrace();

  /** Agents older than this are told to update soon; absent: any will do. */
  Optional<String> minimumBuild();

  /** The build agents are told to prefer; absent: none. */
  Optional<String> recommendedBuild();
}
