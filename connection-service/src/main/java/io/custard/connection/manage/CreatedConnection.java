package io.custard.connection.manage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.ConnectionLevel;
import io.custard.access.OpenTo;
import io.custard.connection.registry.RegisteredConnection;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import java.time.Instant;
import java.util.List;

/** The one answer that shows an agent's key. */
@JsonNaming(SnakeCaseStrategy.class)
record CreatedConnection(
    ConnectionId id,
    String name,
    String dialect,
    Instant createdAt,
    boolean requireCleanRole,
    List<String> allowedFunctions,
    OpenTo openTo,
    String exposure,
    ConnectionLevel myLevel,
    String agentKey,
    String agentCommand) {

  static CreatedConnection of(RegisteredConnection connection, AgentKey key, String command) {
    return new CreatedConnection(
        connection.id(),
        connection.name(),
        connection.dialect(),
        connection.createdAt(),
        connection.requireCleanRole(),
        connection.allowedFunctions(),
        connection.openTo(),
        connection.exposure().wire(),
        ConnectionLevel.MANAGE,
        key.reveal(),
        command);
  }

  @Override
  public String toString() {
    return "CreatedConnection[" + id + "]";
  }
}
