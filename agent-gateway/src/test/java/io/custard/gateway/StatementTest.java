package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.Capability;
import io.custard.protocol.ColumnType;
import io.custard.protocol.LinkId;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.RowsFrame;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementTest extends GatewayTestBase {
  @Test
  void aStatementGoesToTheAgentAndItsRowsComeBackToTheAsker() throws Exception {
    ScriptedAgent agent = linked("a");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      QueryId query = execute(owner("a").linkId(), 10_000);
      JsonNode asked = agent.await("execute");
      assertThat(asked.path("queryId").asText()).isEqualTo(query.toString());
      assertThat(asked.path("requireCleanRole").asBoolean()).isTrue();

      agent.send(columns(query));
      agent.send(new RowsFrame(query, RowEncoding.JSON_ROWS, 0, 1, utf8("[1]")));
      agent.send(new End(query, 1, 3, null, 5));

      assertThat(replies.next().path("type").asText()).isEqualTo("columns");
      assertThat(RowsFrame.decode(replies.nextBytes()).payload()).isEqualTo(utf8("[1]"));
      JsonNode end = replies.next();
      assertThat(end.path("type").asText()).isEqualTo("end");
      assertThat(end.path("epoch").asLong()).isEqualTo(REPLY_EPOCH);
    }
    agent.close();
  }

  @Test
  void aModelsStatementGoesWithItsExposureToAgentsThatKnowIt() throws Exception {
    ScriptedAgent agent = linked("a", List.of(Capability.EXPOSURE));

    execute(owner("a").linkId(), 10_000, Execute.MODEL, "masked");

    JsonNode asked = agent.await("execute");
    assertThat(asked.path("purpose").asText()).isEqualTo("model");
    assertThat(asked.path("exposure").asText()).isEqualTo("masked");
    agent.close();
  }

  @Test
  void anAgentThatKnowsNoExposureIsSentNoModelsStatement() throws Exception {
    ScriptedAgent agent = linked("a", List.of(Capability.NDJSON));
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      execute(owner("a").linkId(), 10_000, Execute.MODEL, "full");

      assertThat(replies.next().path("code").asText()).isEqualTo("AGENT_CAPABILITY_MISSING");
    }
    agent.close();
  }

  @Test
  void anAgentThatDiesFailsItsStatements() throws Exception {
    ScriptedAgent agent = linked("a");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      execute(owner("a").linkId(), 10_000);
      agent.await("execute");

      agent.close();

      assertThat(replies.next().path("code").asText()).isEqualTo("AGENT_LINK_LOST");
    }
  }

  @Test
  void aRestartedKafkaEndsNoLinkAndStatementsPassAgain() throws Exception {
    ScriptedAgent agent = linked("a");
    LinkId link = owner("a").linkId();

    Infrastructure.restartKafka();

    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      QueryId query = execute(link, 20_000);
      assertThat(agent.await("execute").path("queryId").asText()).isEqualTo(query.toString());
      agent.send(columns(query));
      agent.send(new End(query, 0, 0, null, 5));
      assertThat(replies.next().path("type").asText()).isEqualTo("columns");
      assertThat(replies.next().path("type").asText()).isEqualTo("end");
    }
    assertThat(owner("a").linkId()).isEqualTo(link);
    agent.close();
  }

  @Test
  void commandsForAGoneLinkOrAPastMomentAreAnsweredNotRun() throws Exception {
    ScriptedAgent agent = linked("a");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      execute(LinkId.random(), 10_000);
      assertThat(replies.next().path("code").asText()).isEqualTo("AGENT_LINK_LOST");

      execute(owner("a").linkId(), -1);
      assertThat(replies.next().path("code").asText()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    }
    agent.close();
  }

  @Test
  void aSilentAgentIsSpokenForAfterTheDeadline() throws Exception {
    ScriptedAgent agent = linked("a");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      execute(owner("a").linkId(), 500);

      agent.await("cancel");

      assertThat(replies.next().path("code").asText()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    }
    agent.close();
  }

  @Test
  void aDrainingAgentGetsNothingNew() throws Exception {
    ScriptedAgent agent = linked("a");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      agent.send(new Health("green", null, null, null, 0, null, null, true, null, null));
      await()
          .atMost(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(owner("a").draining()).isTrue());

      execute(owner("a").linkId(), 10_000);

      assertThat(replies.next().path("code").asText()).isEqualTo("AGENT_LINK_LOST");
    }
    agent.close();
  }

  static Columns columns(QueryId query) {
    return new Columns(query, List.of(new ResultColumn("n", ColumnType.INTEGER)));
  }
}
