package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.SchemaTableV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class QueryResourceTest extends QueryFixture {
  @Test
  void theRowsOfAnAgentBecomeTheAnswer() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1 -- a comment"));

    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.answer(command, ONE, 1, "[12345678901234567890.10]");

    Response answer = asked.get(10, TimeUnit.SECONDS);
    assertThat(command.sql()).doesNotContain("comment");
    assertThat(command.purpose()).isEqualTo(Execute.RESULT);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("\"rows\":[[12345678901234567890.10]]");
    assertThat(answer.path("sql_query").toString()).isEqualTo(command.sql());
    assertThat((Object) answer.path("truncated")).isNull();
  }

  @Test
  void aQuestionIsTranslatedWithTheSchemaThatArrived() throws Exception {
    gateway.link(connection);
    publishSchema(table("parrots", null, List.of("parrot_id")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !"QUERY_SCHEMA_UNKNOWN".equals(code(ask(Map.of("question", "why?")))));
    CompletableFuture<Response> asked = later(Map.of("question", "How many parrots are there?"));

    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.answer(command, ONE, 1, "[1234]");

    Response answer = asked.get(10, TimeUnit.SECONDS);
    assertThat(command.sql().toLowerCase(java.util.Locale.ROOT))
        .contains("count")
        .contains("parrot");
    assertThat(answer.path("answer").toString()).contains("1,234");
    assertThat(answer.jsonPath().getMap("answer_parts.find { it.row != null }"))
        .isEqualTo(Map.of("text", "1,234", "row", 0, "column", 0));
    assertThat(answer.path("chart.form").toString()).isEqualTo("figure");
    assertThat(answer.path("chart.spec.data.name").toString()).isEqualTo("result");
    assertThat(answer.path("question").toString()).isEqualTo("How many parrots are there?");
  }

  @Test
  void theSentenceIsInTheLanguageOfTheRequestAndATextIsNotDrawn() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked =
        CompletableFuture.supplyAsync(
            () ->
                given()
                    .header("Authorization", "Bearer " + token)
                    .header("Accept-Language", "de-DE,de;q=0.9,en;q=0.8")
                    .header("Custard-Time-Zone", "Europe/Berlin")
                    .contentType("application/json")
                    .body(Map.of("connection_id", connection.toString(), "sql", "select 'a'"))
                    .post("/api/v1/query"),
            Thread::startVirtualThread);

    gateway.answer(
        gateway.await(ExecuteCommand.class),
        List.of(new ResultColumn("name", ColumnType.TEXT)),
        2,
        "[\"a\"],[\"b\"]");

    Response answer = asked.get(10, TimeUnit.SECONDS);
    assertThat(answer.path("answer").toString()).isEqualTo("2 Zeilen.");
    assertThat((Object) answer.path("chart")).isNull();
  }

  @Test
  void aTableThatCannotBeStoredDoesNotStopTheOthers() throws Exception {
    TableDescription poison =
        new TableDescription(
            "public", "odd", TableDescription.TABLE, "nul \0", 1, List.of(), List.of(), List.of());
    SchemaEvent event = new SchemaTableV1(connection, 5, poison);
    gateway.publish(
        Topic.SCHEMAS,
        connection.toString(),
        json.writerFor(SchemaEvent.class).writeValueAsBytes(event));

    publishSchema(table("parrots", null, List.of("parrot_id")));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !"QUERY_SCHEMA_UNKNOWN".equals(code(ask(Map.of("question", "why?")))));
  }

  @Test
  void whatTheGuardRefusesNeverLeaves() throws Exception {
    gateway.link(connection);

    Response answer = sql("delete from t");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(code(answer)).isEqualTo("SQL_NOT_READ_ONLY");
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void theDeadlineCancelsTheStatement() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1", "timeout_seconds", 1));
    ExecuteCommand command = gateway.await(ExecuteCommand.class);

    CancelCommand cancel = gateway.await(CancelCommand.class);

    assertThat(cancel.queryId()).isEqualTo(command.queryId());
    assertThat(code(asked.get(10, TimeUnit.SECONDS))).isEqualTo("QUERY_DEADLINE_EXCEEDED");
  }

  @Test
  void aRestartedKafkaEndsWhatIsAskedMeanwhileInTimeAndPassesWhatIsAskedLater() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> meanwhile = later(Map.of("sql", "select 2", "timeout_seconds", 4));
    gateway.await(ExecuteCommand.class);
    Infrastructure.restartKafka();
    assertThat(meanwhile.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(504);

    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));
    ExecuteCommand command;
    do {
      command = gateway.await(ExecuteCommand.class);
    } while (!command.sql().endsWith("1"));
    gateway.answer(command, ONE, 1, "[7]");

    assertThat(asked.get(20, TimeUnit.SECONDS).asString()).contains("\"rows\":[[7]]");
  }

  @Test
  void anAgentCannotWriteAroundItsRows() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));

    gateway.answer(
        gateway.await(ExecuteCommand.class), ONE, 1, "[1]],\"answer\":\"forged\",\"x\":[[1]");

    Response answer = asked.get(10, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.asString()).doesNotContain("forged");
  }

  @Test
  void codesOfTheAgentReachTheAsker() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));

    gateway.fail(gateway.await(ExecuteCommand.class), "AGENT_DATABASE_LOGIN_REFUSED");

    assertThat(code(asked.get(10, TimeUnit.SECONDS))).isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
  }
}
