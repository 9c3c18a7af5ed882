package io.custard.protocol.agent;

import io.custard.protocol.EngineDescription;
import java.util.Objects;

/**
 * The first frame on a link: who speaks, for which database.
 *
 * @param instanceId tells members of one connection apart; stays the same over reconnects
 */
public record Hello(
    int minVersion, int maxVersion, String build, String instanceId, EngineDescription engine)
    implements AgentFrame {
  public Hello {
    Objects.requireNonNull(build);
    Objects.requireNonNull(instanceId);
    Objects.requireNonNull(engine);
  }
}
