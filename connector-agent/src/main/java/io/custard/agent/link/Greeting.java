package io.custard.agent.link;

import io.custard.protocol.Capability;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Hello;
import java.util.List;

/** The first frame: who speaks, and what this build can do. */
final class Greeting {
  private static final List<String> CAPABILITIES =
      List.of(
          Capability.NDJSON,
          Capability.CSV,
          Capability.PROBE,
          Capability.DRAIN,
          Capability.SCHEMA_CHANGES,
          Capability.EXPOSURE);

  private Greeting() {}

  static Hello hello(LinkIdentity identity, EngineDescription engine, LinkWork work) {
    return new Hello(
        AgentProtocol.MIN_VERSION,
        AgentProtocol.MAX_VERSION,
        identity.build(),
        identity.instanceId(),
        engine,
        identity.startEpochMillis(),
        CAPABILITIES,
        work.discovery().lastFingerprint().orElse(null),
        work.health().self().policy().get());
  }
}
