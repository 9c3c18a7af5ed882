package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.Capability;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Goodbye;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.http.UpgradeRejectedException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A replica that stops never starts again, so this one is only for this test. */
@QuarkusTest
@TestProfile(DrainTest.Alone.class)
class DrainTest extends GatewayTestBase {
  /** An application of its own. */
  public static class Alone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("custard.gateway.link.drain-grace", "PT6S");
    }
  }

  @Inject Event<ShutdownDelayInitiatedEvent> ending;

  @Test
  void statementsEndNobodyComesInAndLinksCloseOneByOne() throws Exception {
    ScriptedAgent idle = linked("idle");
    ScriptedAgent busy = linked("busy", List.of(Capability.PROBE, Capability.DRAIN));
    ScriptedAgent endless = linked("endless");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      QueryId query = execute(owner("busy").linkId(), 20_000);
      busy.await("execute");
      execute(owner("endless").linkId(), 20_000);
      endless.await("execute");
      long begun = System.nanoTime();

      CompletableFuture<Void> drained =
          CompletableFuture.runAsync(() -> ending.fire(new ShutdownDelayInitiatedEvent()));

      JsonNode drain = busy.await("drain");
      assertThat(drain.path("graceMillis").asLong()).isEqualTo(6_000);
      idle.awaitClose();
      await().untilAsserted(() -> assertThat(owner("busy").draining()).isTrue());
      UpgradeRejectedException refused = refusal(connection, key.reveal());
      assertThat(refused.getStatus()).isEqualTo(503);
      assertThat(refused.getHeaders().get("Retry-After")).isEqualTo("1");
      execute(owner("busy").linkId(), 20_000);
      assertThat(replies.next().path("code").asText()).isEqualTo("AGENT_LINK_LOST");

      busy.send(StatementTest.columns(query));
      busy.send(new End(query, 0, 0, null, 5));
      assertThat(replies.next().path("type").asText()).isEqualTo("columns");
      assertThat(replies.next().path("type").asText()).isEqualTo("end");
      busy.send(new Goodbye("drained", null));
      busy.awaitClose();

      endless.awaitClose(Duration.ofSeconds(10));
      assertThat(replies.next().path("code").asText()).isEqualTo("AGENT_LINK_LOST");
      assertThat(endless.came("drain")).isFalse();
      drained.join();
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(8));
    }
  }
}
