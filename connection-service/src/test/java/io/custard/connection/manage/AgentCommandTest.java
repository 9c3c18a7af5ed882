package io.custard.connection.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AgentCommandTest {
  private static final ConnectionId ID =
      ConnectionId.fromString("00000000-0000-0000-0000-000000000001");

  @Test
  void agentDialsTheEdgeByWebSocket() {
    assertThat(line("http://127.0.0.1:8080"))
        .startsWith("CUSTARD_GATEWAY=ws://127.0.0.1:8080/api/v1/connections/ws/" + ID + " ");
  }

  @Test
  void encryptedEdgeIsDialledEncrypted() {
    assertThat(line("https://custard.example/"))
        .startsWith("CUSTARD_GATEWAY=wss://custard.example/api/v1/connections/ws/" + ID + " ");
  }

  private static String line(String publicUrl) {
    return new AgentCommand(() -> URI.create(publicUrl)).line(ID, AgentKey.draw());
  }
}
