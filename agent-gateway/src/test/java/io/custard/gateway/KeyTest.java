package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.event.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.UpgradeRejectedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyTest extends GatewayTestBase {
  @Test
  void anUnknownKeyIsRefusedBeforeTheSocketOpens() throws Exception {
    UpgradeRejectedException refused = refusal(connection, AgentKey.draw().reveal());

    assertThat(refused.getStatus()).isEqualTo(401);
    assertThat(refused.getHeaders().get("Retry-After")).isEqualTo("1");
    assertThat(refused.getHeaders().get("Custard-Error")).isEqualTo("AGENT_KEY_UNKNOWN");
    JsonNode problem = json.readTree(refused.getBody().getBytes());
    assertThat(problem.path("code").asText()).isEqualTo("AGENT_KEY_UNKNOWN");
  }

  @Test
  void aKeyOpensOnlyItsOwnConnection() throws Exception {
    linked("a").close();

    UpgradeRejectedException refused = refusal(ConnectionId.random(), key.reveal());

    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(refused.getHeaders().get("Custard-Error")).isEqualTo("AGENT_KEY_FOREIGN");
  }

  @Test
  void aRevokedKeyClosesItsLinkWithinTwoSecondsAndOpensNoOther() throws Exception {
    ScriptedAgent agent = linked("a");
    long revoked = System.nanoTime();

    register(connection, key, 2, true);

    assertThat(agent.await("refused").path("code").asText()).isEqualTo("AGENT_KEY_REVOKED");
    agent.awaitClose();
    assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(2));
    assertThat(refusal(connection, key.reveal()).getStatus()).isEqualTo(403);
  }

  @Test
  void garbageOnTheRegistryDoesNotStopIt() throws Exception {
    send(Topic.REGISTRY, "x", "no json".getBytes(StandardCharsets.UTF_8));
    ConnectionId later = ConnectionId.random();
    AgentKey itsKey = AgentKey.draw();

    register(later, itsKey, 1, false);

    ScriptedAgent agent = dialUntilKnown(later, itsKey);
    assertThat(agent.isOpen()).isTrue();
    agent.close();
  }

  @Test
  void linkingAndUnlinkingAreAudited() throws Exception {
    linked("a").close();

    try (EventReader audit = new EventReader(kafka, Topic.AUDIT, organisation)) {
      JsonNode linked = audit.next(event -> event.path("action").asText().equals("agent.linked"));
      assertThat(linked.path("actor").asText()).isEqualTo("agent-key:" + key.keyId());
      assertThat(linked.path("connectionId").asText()).isEqualTo(connection.toString());
      assertThat(linked.path("address").asText()).isEqualTo("127.0.0.1");
      assertThat(linked.path("details").path("instanceId").asText()).isEqualTo("a");
      audit.next(event -> event.path("action").asText().equals("agent.unlinked"));
    }
  }
}
