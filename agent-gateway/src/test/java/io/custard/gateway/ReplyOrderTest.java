package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.RowsFrame;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Replies that are not in order: the statement fails with a code, the link stays. */
@QuarkusTest
class ReplyOrderTest extends GatewayTestBase {
  private ScriptedAgent agent;
  private QueryId query;

  @Test
  void refusesRowsBeforeColumns() throws Exception {
    failsAfter(() -> rows(RowEncoding.JSON_ROWS, 0));
  }

  @Test
  void refusesAChunkOutOfOrder() throws Exception {
    failsAfter(() -> {
      agent.send(StatementTest.columns(query));
      rows(RowEncoding.JSON_ROWS, 1);
    });
  }

  @Test
  void refusesAChunkTwice() throws Exception {
    failsAfter(() -> {
      agent.send(StatementTest.columns(query));
      rows(RowEncoding.JSON_ROWS, 0);
      rows(RowEncoding.JSON_ROWS, 0);
    });
  }

  @Test
  void refusesAnotherEncodingThanAskedFor() throws Exception {
    failsAfter(() -> {
      agent.send(StatementTest.columns(query));
      rows(RowEncoding.CSV, 0);
    });
  }

  @Test
  void refusesColumnsTwice() throws Exception {
    failsAfter(() -> {
      agent.send(StatementTest.columns(query));
      agent.send(StatementTest.columns(query));
    });
  }

  @Test
  void refusesAnEndThatCountsOtherRowsThanCame() throws Exception {
    failsAfter(() -> {
      agent.send(StatementTest.columns(query));
      rows(RowEncoding.JSON_ROWS, 0);
      agent.send(new End(query, 2, 3, null, 5));
    });
  }

  @Test
  void aSecondEndIsNotPassedOn() throws Exception {
    try (ReplyReader replies = asked()) {
      agent.send(StatementTest.columns(query));
      agent.send(new End(query, 0, 0, null, 5));
      agent.send(new End(query, 0, 0, null, 6));
      rows(RowEncoding.JSON_ROWS, 0);
      QueryId next = execute(owner("a").linkId(), 10_000);
      agent.await("execute");
      agent.send(new Failed(next, "SQL_EXECUTION_FAILED", "no\u0007 such\ntable\u202e"));

      assertThat(replies.next().path("type").asText()).isEqualTo("columns");
      assertThat(replies.next().path("executeMillis").asInt()).isEqualTo(5);
      JsonNode failed = replies.next();
      assertThat(failed.path("queryId").asText()).isEqualTo(next.toString());
      assertThat(failed.path("message").asText()).isEqualTo("no  such table ");
    }
    agent.close();
  }

  @Test
  void repliesForStatementsOfAnotherLinkOrOfNoneAreNotPassedOn() throws Exception {
    ScriptedAgent other = linked("b");
    try (ReplyReader replies = asked()) {
      other.send(StatementTest.columns(query));
      other.send(new RowsFrame(query, RowEncoding.JSON_ROWS, 0, 1, utf8("[1]")));
      other.send(new End(query, 0, 0, null, 5));
      other.send(new End(QueryId.random(), 0, 0, null, 5));
      other.send(new RowsFrame(QueryId.random(), RowEncoding.JSON_ROWS, 0, 1, utf8("[1]")));
      agent.send(StatementTest.columns(query));
      agent.send(new End(query, 0, 0, null, 7));

      assertThat(replies.next().path("type").asText()).isEqualTo("columns");
      assertThat(replies.next().path("executeMillis").asInt()).isEqualTo(7);
      assertThat(other.isOpen()).isTrue();
    }
    agent.close();
    other.close();
  }

  @Test
  void moreRowsThanCreditEndTheLink() throws Exception {
    try (ReplyReader replies = asked()) {
      agent.send(StatementTest.columns(query));
      for (int chunk = 0; chunk < 3; chunk++) {
        agent.send(
            new RowsFrame(query, RowEncoding.JSON_ROWS, chunk, 1, utf8("x".repeat(1_000_000))));
      }

      agent.awaitClose();

      assertThat(replies.next().path("type").asText()).isEqualTo("columns");
    }
  }

  private interface Deed {
    void run() throws Exception;
  }

  private void failsAfter(Deed deed) throws Exception {
    try (ReplyReader replies = asked()) {
      deed.run();

      assertThat(agent.await("cancel").path("queryId").asText()).isEqualTo(query.toString());
      assertThat(failure(replies).path("code").asText()).isEqualTo("AGENT_REPLY_INVALID");
      assertThat(agent.isOpen()).isTrue();
    }
    agent.close();
  }

  private static JsonNode failure(ReplyReader replies) throws Exception {
    for (int i = 0; i < 5; i++) {
      byte[] reply = replies.nextBytes();
      if (reply[0] == '{' && new String(reply, StandardCharsets.UTF_8).contains("failed")) {
        return new com.fasterxml.jackson.databind.ObjectMapper().readTree(reply);
      }
    }
    throw new AssertionError("no failure came");
  }

  private ReplyReader asked() throws Exception {
    agent = linked("a");
    ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION);
    query = execute(owner("a").linkId(), 10_000);
    agent.await("execute");
    return replies;
  }

  private void rows(RowEncoding encoding, int chunk) {
    agent.send(new RowsFrame(query, encoding, chunk, 1, utf8("[1]")));
  }
}
