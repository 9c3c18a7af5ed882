package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.PolicySummary;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no agent of ours sends: each ends at most its own link. */
@QuarkusTest
class BadFrameTest extends GatewayTestBase {
  @Test
  void whatIsNoJsonEndsTheLinkAndUnknownTypesDoNot() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.raw("{\"type\":\"from-the-future\",\"x\":1}");
    agent.raw("{\"type\":\"health\",\"database\":\"green\",\"inFlight\":0}");
    await().untilAsserted(() -> assertThat(owner("a").database()).isEqualTo("green"));
    agent.raw("nonsense");

    agent.awaitClose();
  }

  @Test
  void jsonOfEndlessDepthEndsTheLink() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.raw("{\"type\":\"health\",\"x\":" + "[".repeat(100_000));

    agent.awaitClose();
  }

  @Test
  void binaryGarbageEndsTheLink() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.binary(new byte[] {9, 9, 9});

    agent.awaitClose();
  }

  @Test
  void aFrameOverTheLimitEndsTheLink() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.binary(new byte[(2 << 20) + 1]);

    agent.awaitClose();
    await().untilAsserted(() -> assertThat(owner("a")).isNull());
  }

  @Test
  void aSecondHelloEndsTheLink() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.hello("a");

    agent.awaitClose();
  }

  @Test
  void twoHellosAtOnceEndTheLink() throws Exception {
    ScriptedAgent agent = dialUntilKnown(connection, key);

    agent.hello("a");
    agent.hello("b");

    agent.awaitClose();
    await().untilAsserted(() -> assertThat(owner("a")).isNull());
    assertThat(owner("b")).isNull();
  }

  @Test
  void framesBeforeHelloEndTheLink() throws Exception {
    ScriptedAgent early = dialUntilKnown(connection, key);
    early.health("green");
    early.awaitClose();

    ScriptedAgent rows = dialUntilKnown(connection, key);
    rows.send(new RowsFrame(QueryId.random(), RowEncoding.JSON_ROWS, 0, 1, utf8("[1]")));
    rows.awaitClose();
  }

  @Test
  void aHelloThatIsTooLongOrNotPlainIsRefused() throws Exception {
    for (String instance : List.of("x".repeat(101), "", "a\nb", "a\u202eb")) {
      ScriptedAgent agent = dialUntilKnown(connection, key);

      agent.hello(instance);

      assertThat(agent.await("refused").path("code").asText()).isEqualTo("REQUEST_INVALID");
      agent.awaitClose();
    }
  }

  @Test
  void textsThatReachOthersHaveNoControlCharacters() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.send(
        new Health(
            "purple\u0000",
            "X\ny",
            "one\u001b[31m",
            "w\u202e",
            -5,
            null,
            "A;\nB;\u0007",
            null,
            new PolicySummary("h", "s\n".repeat(400)),
            new LedgerHead(-1, "no hash")));

    try (EventReader events = new EventReader(kafka, Topic.LINKS, connection)) {
      JsonNode health = events.next(event -> event.has("roleRepair"));
      assertThat(health.path("database").asText()).isEqualTo("unknown");
      assertThat(health.path("code").asText()).isEqualTo("X y");
      assertThat(health.path("message").asText()).isEqualTo("one [31m");
      assertThat(health.path("roleWarning").asText()).isEqualTo("w ");
      assertThat(health.path("roleRepair").asText()).isEqualTo("A;\nB; ");
      assertThat(health.path("inFlight").asInt()).isZero();
      assertThat(health.path("policy").path("summary").asText()).hasSize(500).doesNotContain("\n");
      assertThat(health.has("ledger")).isFalse();
    }
    agent.close();
  }

  @Test
  void aFloodOfTinyFramesEndsItsLinkAndDisturbsNoOther() throws Exception {
    ScriptedAgent good = linked("good");
    ScriptedAgent bad = linked("bad");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      for (int thousands = 0; thousands < 150 && bad.isOpen(); thousands++) {
        bad.flood("{\"type\":\"x\"}", 1_000);
        if (thousands % 30 == 0) {
          QueryId query = execute(owner("good").linkId(), 10_000);
          good.await("execute");
          good.send(new Failed(query, "SQL_EXECUTION_FAILED", "no"));
          assertThat(replies.next().path("code").asText()).isEqualTo("SQL_EXECUTION_FAILED");
        }
      }
      bad.awaitClose();
      assertThat(good.isOpen()).isTrue();
    }
    good.close();
  }

  @Test
  void aFloodOfReportsIsPassedOnFewTimes() throws Exception {
    ScriptedAgent agent = linked("a");
    for (int i = 0; i < 5_000; i++) {
      agent.raw("{\"type\":\"health\",\"database\":\"green\",\"inFlight\":%d}".formatted(i));
    }

    try (EventReader events = new EventReader(kafka, Topic.LINKS, connection)) {
      events.next("health");
      assertThat(events.within(Duration.ofSeconds(3))).hasSizeLessThan(100);
    }
    agent.close();
  }
}
