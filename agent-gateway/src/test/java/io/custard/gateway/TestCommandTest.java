package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.Capability;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Probed;
import io.custard.protocol.event.CommandTarget;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.TestCommand;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TestCommandTest extends GatewayTestBase {
  @Test
  void theDatabaseIsTriedAndTheAnswerIsTheAgents() throws Exception {
    ScriptedAgent agent = dialUntilKnown(connection, key);
    agent.hello("a", List.of(Capability.PROBE));
    agent.await("welcome");
    await().untilAsserted(() -> assertThat(owner("a")).isNotNull());
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      test("a", 5_000);
      JsonNode probe = agent.await("probe");
      while (!probe.path("database").asBoolean()) {
        probe = agent.await("probe");
      }
      agent.send(
          new Probed(
              probe.path("probeId").asText(),
              new Health("red", "X", "no", null, 0, null, null, null, null, null)));

      JsonNode reply = replies.next();
      assertThat(reply.path("type").asText()).isEqualTo("tested");
      assertThat(reply.path("testId").asText()).isEqualTo("t");
      assertThat(reply.path("epoch").asLong()).isEqualTo(REPLY_EPOCH);
      assertThat(reply.path("health").path("database").asText()).isEqualTo("red");
    }
    agent.close();
  }

  @Test
  void anAgentThatKnowsNoProbesIsAnsweredForWithItsLastReport() throws Exception {
    ScriptedAgent agent = linked("a");
    agent.health("green");
    await().untilAsserted(() -> assertThat(owner("a").database()).isEqualTo("green"));
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      test("a", 5_000);

      assertThat(replies.next().path("health").path("database").asText()).isEqualTo("green");
    }
    agent.close();
  }

  @Test
  void aTestThatIsNotAnsweredInTimeFailsWithACode() throws Exception {
    ScriptedAgent agent = linked("a", List.of(Capability.PROBE));
    agent.stopAnswering();
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      test("a", 700);

      assertThat(replies.next().path("code").asText()).isEqualTo("QUERY_DEADLINE_EXCEEDED");

      command(
          new TestCommand(
              "t",
              new CommandTarget(connection, LinkId.random()),
              new ReplicaAddress(REPLY_PARTITION, REPLY_EPOCH),
              System.currentTimeMillis() + 5_000));
      assertThat(replies.next().path("code").asText()).isEqualTo("AGENT_LINK_LOST");
    }
    agent.close();
  }

  private void test(String instance, long forMillis) throws Exception {
    command(
        new TestCommand(
            "t",
            target(instance),
            new ReplicaAddress(REPLY_PARTITION, REPLY_EPOCH),
            System.currentTimeMillis() + forMillis));
  }
}
