package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.Capability;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.agent.Goodbye;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Probed;
import io.custard.protocol.event.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LampTest extends GatewayTestBase {
  @Test
  void aFrozenAgentIsShownRedAndUnlinkedWithinTwelveSeconds() throws Exception {
    ScriptedAgent frozen = linked("a", List.of(Capability.PROBE));
    frozen.health("green");
    await().untilAsserted(() -> assertThat(owner("a").database()).isEqualTo("green"));
    long since = System.nanoTime();
    frozen.stopAnswering();

    await()
        .atMost(Duration.ofSeconds(9))
        .untilAsserted(() -> assertThat(owner("a").database()).isEqualTo("silent"));
    Duration red = Duration.ofNanos(System.nanoTime() - since);
    await().atMost(Duration.ofSeconds(12)).untilAsserted(() -> assertThat(owner("a")).isNull());

    assertThat(red).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(9));
    assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(12));
    try (EventReader events = new EventReader(kafka, Topic.LINKS, connection)) {
      JsonNode told = events.next(event -> event.path("link").asText().equals("red"));
      assertThat(told.path("loop").asText()).isIn("red", "green");
      assertThat(events.next("unlinked").path("reason").asText()).isEqualTo("silent");
    }
  }

  @Test
  void anAgentWhoseLoopHangsGetsNoWorkAlthoughItsSocketLives() throws Exception {
    ScriptedAgent hanging = linked("a", List.of(Capability.PROBE));
    hanging.health("green");
    await().untilAsserted(() -> assertThat(owner("a").database()).isEqualTo("green"));
    hanging.stopAnswering();

    await()
        .atMost(Duration.ofSeconds(12))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> {
          hanging.health("green");
          assertThat(owner("a").database()).isEqualTo("silent");
        });

    hanging.answering();
    hanging.send(new Probed("loop", null));
    await().untilAsserted(() -> assertThat(owner("a").database()).isEqualTo("green"));
    hanging.close();
  }

  @Test
  void lampsAreToldAsTheGatewayJudgesThem() throws Exception {
    ScriptedAgent agent = linked("a", List.of(Capability.PROBE));

    agent.health("red");

    try (EventReader events = new EventReader(kafka, Topic.LINKS, connection)) {
      JsonNode health = events.next(event -> event.path("database").asText().equals("red"));
      assertThat(health.path("link").asText()).isEqualTo("green");
      assertThat(health.path("loop").asText()).isEqualTo("green");
      assertThat(health.path("keyId").asText()).isEqualTo(key.keyId());
    }
    agent.close();
  }

  @Test
  void anAgentOfMinorOneIsNeverProbedAndItsLoopIsUnknown() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.health("green");

    try (EventReader events = new EventReader(kafka, Topic.LINKS, connection)) {
      JsonNode health = events.next(event -> event.path("database").asText().equals("green"));
      assertThat(health.path("loop").asText()).isEqualTo("unknown");
    }
    assertThat(agent.has("probe")).isFalse();
    agent.close();
  }

  @Test
  void whatAnAgentSaysOfItsRoleIsPassedOn() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.send(
        new Health(
            Health.GREEN,
            null,
            null,
            "May write.",
            0,
            List.of("It may write."),
            "CREATE ROLE r;",
            null,
            null,
            null));

    try (EventReader events = new EventReader(kafka, Topic.LINKS, connection)) {
      JsonNode health = events.next(event -> event.has("roleWarning"));
      assertThat(health.path("roleWarning").asText()).isEqualTo("May write.");
      assertThat(health.path("roleFindings").get(0).asText()).isEqualTo("It may write.");
      assertThat(health.path("roleRepair").asText()).isEqualTo("CREATE ROLE r;");
    }
    agent.close();
  }

  @Test
  void theLastWordOfTheLedgerIsToldBeforeTheLinkEnds() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.send(new Goodbye("stop", new LedgerHead(42, "ab12")));

    try (EventReader events = new EventReader(kafka, Topic.LINKS, connection)) {
      JsonNode last = events.next(event -> event.has("ledger"));
      assertThat(last.path("ledger").path("lines").asLong()).isEqualTo(42);
      assertThat(events.next("unlinked").path("reason").asText()).isEqualTo("goodbye");
    }
  }
}
