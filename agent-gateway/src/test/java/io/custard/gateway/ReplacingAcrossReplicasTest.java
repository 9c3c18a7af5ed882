package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.Capability;
import io.custard.protocol.LinkId;
import io.custard.protocol.event.CommandTarget;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ProbeCommand;
import io.custard.protocol.event.ProbedCommand;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The older link is on another replica, whose part the test plays. */
@QuarkusTest
class ReplacingAcrossReplicasTest extends GatewayTestBase {
  private static final long OTHER_EPOCH = 99;

  private final LinkId olderLink = LinkId.random();
  private int otherPartition;
  private ReplyReader otherInbox;

  @BeforeEach
  void anotherReplicaHoldsTheLink() throws Exception {
    otherPartition = (inbox.address().orElseThrow().partition() + 1) % 4;
    otherInbox = new ReplyReader(kafka, Topic.COMMANDS, otherPartition);
  }

  @AfterEach
  void closeInbox() {
    otherInbox.close();
  }

  @Test
  void theOtherReplicaIsAskedAndACloneIsRefused() throws Exception {
    otherReplicaSays(nowMicros());
    ScriptedAgent clone = dialUntilKnown(connection, key);
    clone.hello("a");

    JsonNode asked = otherInbox.next();
    assertThat(asked.path("type").asText()).isEqualTo("probe");
    assertThat(asked.path("target").path("linkId").asText()).isEqualTo(olderLink.toString());
    command(answer(asked, true));

    assertThat(clone.await("refused").path("code").asText()).isEqualTo("AGENT_INSTANCE_TAKEN");
  }

  @Test
  void aLinkTheOtherReplicaDrainsIsFollowedAtOnceAndStaysForItsStatements() throws Exception {
    otherReplicaSays(nowMicros(), true);
    ScriptedAgent newer = dialUntilKnown(connection, key);
    newer.hello("a");

    newer.await("welcome");

    assertThat(owner("a").leaving()).isEqualTo(olderLink);
    newer.close();
  }

  @Test
  void aLinkTheOtherReplicaFindsDeadIsReplacedAtOnce() throws Exception {
    otherReplicaSays(nowMicros());
    ScriptedAgent newer = dialUntilKnown(connection, key);
    newer.hello("a");

    command(answer(otherInbox.next(), false));

    newer.await("welcome");
    assertThat(owner("a").linkId()).isNotEqualTo(olderLink);
    newer.close();
  }

  @Test
  void aReplicaThatDoesNotAnswerCountsAsDeadAfterThreeSeconds() throws Exception {
    otherReplicaSays(nowMicros());
    ScriptedAgent newer = dialUntilKnown(connection, key);
    long said = System.nanoTime();
    newer.hello("a");

    newer.await("welcome");

    assertThat(Duration.ofNanos(System.nanoTime() - said))
        .isBetween(Duration.ofMillis(2_800), Duration.ofSeconds(4));
    newer.close();
  }

  @Test
  void aStaleStampCountsAsDeadAtOnce() throws Exception {
    otherReplicaSays(nowMicros() - 11_000_000);
    ScriptedAgent newer = dialUntilKnown(connection, key);
    long said = System.nanoTime();
    newer.hello("a");

    newer.await("welcome");

    assertThat(Duration.ofNanos(System.nanoTime() - said)).isLessThan(Duration.ofSeconds(2));
    newer.close();
  }

  @Test
  void theOlderOnesEndOnTheOtherReplicaNeverRemovesTheNewer() throws Exception {
    ScriptedAgent ours = linked("a");
    LinkOwner owner = owner("a");

    // A newer claim on another replica: ours loses at its next word and removes nothing.
    otherReplicaSays(nowMicros() + 60_000_000);
    ours.awaitClose();

    assertThat(owner("a").linkId()).isEqualTo(olderLink).isNotEqualTo(owner.linkId());
  }

  @Test
  void aProbeOfAnotherReplicaIsAnsweredByTheLinkItself() throws Exception {
    ScriptedAgent alive = linked("a", List.of(Capability.PROBE));
    ReplicaAddress other = new ReplicaAddress(otherPartition, OTHER_EPOCH);

    command(new ProbeCommand("p1", target("a"), other));
    assertThat(answerTo("p1").path("alive").asBoolean()).isTrue();

    command(new ProbeCommand("p2", new CommandTarget(connection, LinkId.random()), other));
    JsonNode answer = answerTo("p2");
    assertThat(answer.path("alive").asBoolean()).isFalse();
    assertThat(answer.path("epoch").asLong()).isEqualTo(OTHER_EPOCH);
    alive.close();
  }

  @Test
  void aProbedLinkThatIsSilentIsClosed() throws Exception {
    ScriptedAgent silent = dialUntilKnown(connection, key);
    silent.hello("a", List.of(Capability.PROBE));
    silent.await("welcome");
    await().untilAsserted(() -> assertThat(owner("a")).isNotNull());

    command(new ProbeCommand("p3", target("a"), new ReplicaAddress(otherPartition, OTHER_EPOCH)));

    assertThat(answerTo("p3").path("alive").asBoolean()).isFalse();
    silent.awaitClose();
  }

  private JsonNode answerTo(String probeId) throws Exception {
    JsonNode answer = otherInbox.next();
    assertThat(answer.path("type").asText()).isEqualTo("probed");
    assertThat(answer.path("probeId").asText()).isEqualTo(probeId);
    return answer;
  }

  private static ProbedCommand answer(JsonNode asked, boolean alive) {
    return new ProbedCommand(
        asked.path("probeId").asText(), asked.path("replyTo").path("epoch").asLong(), alive);
  }

  private static long nowMicros() {
    return System.currentTimeMillis() * 1_000;
  }

  private void otherReplicaSays(long micros) throws Exception {
    otherReplicaSays(micros, null);
  }

  private void otherReplicaSays(long micros, Boolean draining) throws Exception {
    LinkOwner owner =
        new LinkOwner(
            new ReplicaAddress(otherPartition, OTHER_EPOCH),
            olderLink,
            "green",
            0,
            null,
            draining,
            null,
            null);
    redis
        .hash(String.class)
        .hset(
            LinkOwner.key(connection),
            "a",
            micros + " " + micros + " " + json.writeValueAsString(owner));
  }
}
