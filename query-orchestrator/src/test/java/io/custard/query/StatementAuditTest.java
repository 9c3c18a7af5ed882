package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class StatementAuditTest extends QueryFixture {
  @Test
  void everyStatementThatRanIsToldWithoutItsText() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked = later(Map.of("sql", "select 'secret' from sales.orders"));
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.answer(command, ONE, 2, "[1],[2]");
    asked.get(10, TimeUnit.SECONDS);

    JsonNode event = audited("statement.run", "OK");

    assertThat(event.path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(event.path("actor").asText()).isEqualTo("user:" + user);
    assertThat(event.path("connectionId").asText()).isEqualTo(connection.toString());
    JsonNode details = event.path("details");
    assertThat(details.path("query_id").asText()).isEqualTo(command.queryId().toString());
    assertThat(details.path("question_id").asText()).isEqualTo(command.questionId().toString());
    assertThat(details.path("rows").asText()).isEqualTo("2");
    assertThat(details.path("bytes").asText()).isEqualTo("7");
    assertThat(details.path("tables").asText()).isEqualTo("sales.orders");
    assertThat(details.path("dialect").asText()).isEqualTo("postgresql");
    assertThat(details.path("purpose").asText()).isEqualTo("result");
    assertThat(details.path("sql_sha256").asText()).hasSize(64);
    assertThat(event.toString()).doesNotContain("secret").doesNotContainIgnoringCase("select");
  }

  @Test
  void aStatementThatFailedIsToldWithItsCode() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));
    gateway.fail(gateway.await(ExecuteCommand.class), "SQL_EXECUTION_FAILED");
    asked.get(10, TimeUnit.SECONDS);

    JsonNode event = audited("statement.run", "SQL_EXECUTION_FAILED");

    assertThat(event.path("details").path("query_id").asText()).isNotEmpty();
  }

  @Test
  void aStatementTheGuardRefusedIsToldWithItsCallersAddress() throws Exception {
    given()
        .header("Authorization", "Bearer " + token)
        .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
        .contentType("application/json")
        .body(Map.of("connection_id", connection.toString(), "sql", "delete from secret_orders"))
        .post("/api/v1/query")
        .then()
        .statusCode(422);

    JsonNode event = audited("statement.refused", "SQL_NOT_READ_ONLY");

    assertThat(event.path("address").asText()).isEqualTo("203.0.113.9");
    assertThat(event.path("actor").asText()).isEqualTo("user:" + user);
    assertThat(event.path("details").path("sql_sha256").asText()).hasSize(64);
    assertThat(event.toString()).doesNotContain("secret_orders");
  }

  @Test
  void aQuestionThatWasDeclinedIsTold() throws Exception {
    assertThat(code(ask(Map.of("question", "how much is the secret")))).isNotNull();

    JsonNode event = audited("question.declined", "QUERY_SCHEMA_UNKNOWN");

    assertThat(event.path("details").path("question_id").asText()).isNotEmpty();
    assertThat(event.toString()).doesNotContain("how much");
  }

  @Test
  void aStatementThatFoundNoAgentIsTold() throws Exception {
    assertThat(code(sql("select 42"))).isEqualTo("AGENT_NOT_LINKED");

    JsonNode event = audited("statement.run", "AGENT_NOT_LINKED");

    assertThat(event.path("details").path("rows").isMissingNode()).isTrue();
  }

  @Test
  void anAttemptOnAConnectionTheCallerDoesNotHaveIsToldToTheirOwnOrganisation() throws Exception {
    ConnectionId foreign = ConnectionId.random();
    assertThat(code(askOf(foreign, Map.of("sql", "select 1")))).isEqualTo("CONNECTION_NOT_FOUND");

    JsonNode event = audited("statement.refused", "CONNECTION_NOT_FOUND", foreign);

    assertThat(event.path("organisationId").asText()).isEqualTo(organisation.toString());
  }

  private JsonNode audited(String action, String outcome) throws Exception {
    return audited(action, outcome, connection);
  }

  /** The first event of this test's organisation with these. */
  private JsonNode audited(String action, String outcome, ConnectionId of) throws Exception {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topic.AUDIT.topic()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (System.nanoTime() < until) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(200))) {
          JsonNode event = json.readTree(each.value());
          if (event.path("organisationId").asText().equals(organisation.toString())
              && event.path("action").asText().equals(action)
              && event.path("outcome").asText().equals(outcome)
              && event.path("connectionId").asText().equals(of.toString())) {
            return event;
          }
        }
      }
    }
    throw new AssertionError("no audit event came");
  }
}
