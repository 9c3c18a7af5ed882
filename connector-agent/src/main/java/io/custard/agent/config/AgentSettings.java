package io.custard.agent.config;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.custard.protocol.agent.AgentKey;
import java.net.URI;
import java.util.Objects;

/**
 * Everything the agent was told, checked.
 *
 * @param gateway the whole upgrade address, {@code ws} or {@code wss}
 * @param connectionId as it stands in the address; for logs
 */
public record AgentSettings(
    URI gateway,
    String connectionId,
    AgentKey key,
    DatabaseEngine engine,
    DatabaseAddress database,
    AgentFiles files) {
  public AgentSettings {
    Objects.requireNonNull(gateway);
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(key);
    Objects.requireNonNull(engine);
    Objects.requireNonNull(database);
    Objects.requireNonNull(files);
  }
}
