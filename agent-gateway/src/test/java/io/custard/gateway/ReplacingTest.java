package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.Capability;
import io.custard.protocol.event.LinkOwner;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two links of one instance: the one that lives stays. */
@QuarkusTest
class ReplacingTest extends GatewayTestBase {
  private static final List<String> PROBE = List.of(Capability.PROBE);

  @Test
  void aCloneOfALivingAgentIsRefusedAndToldWhenToComeBack() throws Exception {
    ScriptedAgent older = linked("a", PROBE);

    ScriptedAgent clone = dialUntilKnown(connection, key);
    clone.hello("a", PROBE);

    JsonNode refused = clone.await("refused");
    assertThat(refused.path("code").asText()).isEqualTo("AGENT_INSTANCE_TAKEN");
    assertThat(refused.path("retryAfterSeconds").asInt()).isPositive();
    clone.awaitClose();
    assertThat(older.isOpen()).isTrue();
    older.close();
  }

  @Test
  void anAgentThatKnowsNoProbesProvesItsLifeByAPong() throws Exception {
    ScriptedAgent older = linked("a");

    ScriptedAgent clone = dialUntilKnown(connection, key);
    clone.hello("a");

    assertThat(clone.await("refused").path("code").asText()).isEqualTo("AGENT_INSTANCE_TAKEN");
    assertThat(older.isOpen()).isTrue();
    older.close();
  }

  @Test
  void aHalfOpenLinkIsReplacedWithinTwoSecondsAndItsEndRemovesNothing() throws Exception {
    ScriptedAgent older = dialUntilKnown(connection, key);
    older.hello("a", PROBE);
    older.await("welcome");
    long dialled = System.nanoTime();

    ScriptedAgent newer = dialUntilKnown(connection, key);
    newer.hello("a", PROBE);
    String linkId = newer.await("welcome").path("linkId").asText();

    assertThat(Duration.ofNanos(System.nanoTime() - dialled)).isLessThan(Duration.ofSeconds(4));
    older.awaitClose();
    await().untilAsserted(() -> assertThat(owner("a").linkId()).hasToString(linkId));
    assertThat(newer.isOpen()).isTrue();
    newer.close();
    await().untilAsserted(() -> assertThat(owner("a")).isNull());
  }

  @Test
  void aCloneIsTakenOnceTheOlderOneHasGone() throws Exception {
    ScriptedAgent older = linked("a", PROBE);
    older.close();
    await().untilAsserted(() -> assertThat(owner("a")).isNull());

    ScriptedAgent next = linked("a", PROBE);

    assertThat(next.isOpen()).isTrue();
    next.close();
  }

  @Test
  void membersWithOtherInstanceIdsStandSideBySide() throws Exception {
    ScriptedAgent one = linked("a", PROBE);
    ScriptedAgent two = linked("b", PROBE);

    assertThat(owner("a").linkId()).isNotEqualTo(owner("b").linkId());
    assertThat(one.isOpen()).isTrue();
    one.close();
    two.close();
  }

  @Test
  void anEmptiedRedisIsHealedAndTheHolderStillCounts() throws Exception {
    ScriptedAgent agent = linked("a", PROBE);
    LinkOwner before = owner("a");

    redis.execute("FLUSHALL");

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(owner("a"))
                .isNotNull()
                .extracting(LinkOwner::linkId)
                .isEqualTo(before.linkId()));
    agent.close();
  }
}
