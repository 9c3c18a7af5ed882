package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.End;
import io.custard.protocol.event.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.UpgradeRejectedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttemptsTest extends GatewayTestBase {
  @Test
  void aThousandAttemptsWithABadKeyDisturbNobodyElse() throws Exception {
    ScriptedAgent agent = linked("a");
    int unlike = 0;
    int tooMany = 0;

    for (int i = 0; i < 1_000; i++) {
      int status = refusal(connection, AgentKey.draw().reveal(), "192.0.2.1").getStatus();
      unlike += status == 401 ? 1 : 0;
      tooMany += status == 429 ? 1 : 0;
      if (i % 100 == 50) {
        answersAStatement(agent);
      }
    }

    assertThat(unlike + tooMany).isEqualTo(1_000);
    assertThat(unlike).isBetween(1, 300);
    // An agent whose key is known is let in at once, although its connection is under attack.
    ScriptedAgent other = ScriptedAgent.dial(vertx, port, connection, key.reveal(), "192.0.2.1");
    other.close();
    agent.close();
  }

  @Test
  void whoIsTurnedAwayIsToldWhenToComeBack() throws Exception {
    UpgradeRejectedException refused = null;
    for (int i = 0; i < 200 && (refused == null || refused.getStatus() != 429); i++) {
      refused = refusal(connection, AgentKey.draw().reveal(), "192.0.2.2");
    }

    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.getHeaders().get("Retry-After"))).isPositive();
    assertThat(refused.getHeaders().get("Custard-Error")).isEqualTo("AGENT_TOO_MANY_ATTEMPTS");
  }

  @Test
  void refusedAttemptsAreAuditedOnceAMinuteForEachSource() throws Exception {
    for (int i = 0; i < 5; i++) {
      refusal(connection, AgentKey.draw().reveal(), "192.0.2.3");
    }

    try (EventReader audit = new EventReader(kafka, Topic.AUDIT, connection)) {
      JsonNode refused = audit.next(event -> event.path("address").asText().equals("192.0.2.3"));
      assertThat(refused.path("action").asText()).isEqualTo("agent.refused");
      assertThat(refused.path("outcome").asText()).isEqualTo("AGENT_KEY_UNKNOWN");
      assertThat(refused.path("actor").asText()).isEqualTo("unknown");
      assertThat(refused.path("details").path("count").asText()).isEqualTo("1");
      assertThat(audit.within(Duration.ofSeconds(1)))
          .noneMatch(event -> event.path("address").asText().equals("192.0.2.3"));
    }
  }

  @Test
  void aWrongSecretForSomebodysKeyIsToldToItsOrganisation() throws Exception {
    linked("a").close();
    String wrong = "custard_" + key.keyId() + "_" + "x".repeat(43);

    assertThat(refusal(connection, wrong, "192.0.2.4").getStatus()).isEqualTo(401);

    try (EventReader audit = new EventReader(kafka, Topic.AUDIT, organisation)) {
      JsonNode refused = audit.next(event -> event.path("action").asText().equals("agent.refused"));
      assertThat(refused.path("actor").asText()).isEqualTo("agent-key:" + key.keyId());
      assertThat(refused.toString()).doesNotContain("xxxx");
    }
  }

  private void answersAStatement(ScriptedAgent agent) throws Exception {
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      QueryId query = execute(owner("a").linkId(), 10_000);
      agent.await("execute");
      agent.send(new Columns(query, List.of(new ResultColumn("n", ColumnType.INTEGER))));
      agent.send(new End(query, 0, 0, null, 5));
      assertThat(replies.next().path("type").asText()).isEqualTo("columns");
      assertThat(replies.next().path("type").asText()).isEqualTo("end");
    }
  }
}
