package io.custard.connection.manage;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** The line a person pastes next to their database; only the database's address is left to fill. */
@ApplicationScoped
public class AgentCommand {
  private final String gateway;

  AgentCommand(ManageConfig config) {
    this.gateway = gateway(config.publicUrl());
  }

  /** Holds the key: shown once, to the person who made it. */
  public String line(ConnectionId connection, AgentKey key) {
    return "CUSTARD_GATEWAY=%s/%s CUSTARD_KEY=%s %s ./custard agent run"
        .formatted(
            gateway,
            connection,
            key.reveal(),
            "DB_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE");
  }

  private static String gateway(URI publicUrl) {
    String scheme = "https".equals(publicUrl.getScheme()) ? "wss" : "ws";
    return scheme + "://" + publicUrl.getAuthority() + "/api/v1/connections/ws";
  }
}
