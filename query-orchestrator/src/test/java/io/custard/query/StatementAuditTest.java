package io.custard.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

    JsonNode event = audited();

    assertThat(event.path("action").asText()).isEqualTo("statement.run");
    assertThat(event.path("outcome").asText()).isEqualTo("OK");
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

    assertThat(audited().path("outcome").asText()).isEqualTo("SQL_EXECUTION_FAILED");
  }

  /** The first event of this test's organisation. */
  private JsonNode audited() throws Exception {
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
          if (event.path("organisationId").asText().equals(organisation.toString())) {
            return event;
          }
        }
      }
    }
    throw new AssertionError("no audit event came");
  }
}
