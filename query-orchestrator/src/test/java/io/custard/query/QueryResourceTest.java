package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Health;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class QueryResourceTest {
  private static final List<ResultColumn> ONE = List.of(new ResultColumn("n", ColumnType.INTEGER));

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject RedisDataSource redis;
  @Inject ObjectMapper json;

  private final UUID organisation = UUID.randomUUID();
  private final String token = TestingTokens.owner(UUID.randomUUID(), organisation);
  private final ConnectionId connection = ConnectionId.random();
  private TestingGateway gateway;

  @BeforeEach
  void registered() throws Exception {
    gateway = new TestingGateway(kafka, redis);
    publishConnection(connection);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(code(sql("select 1"))).isNotEqualTo("CONNECTION_NOT_FOUND"));
  }

  @AfterEach
  void close() throws InterruptedException {
    gateway.close();
  }

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
    publishSchema();
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
    assertThat(answer.path("question").toString()).isEqualTo("How many parrots are there?");
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

    publishSchema();

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
  void anotherOrganisationsConnectionIsNotFound() {
    String stranger = TestingTokens.owner(UUID.randomUUID(), UUID.randomUUID());

    Response answer =
        post(stranger, Map.of("connection_id", connection.toString(), "sql", "select 1"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(code(answer)).isEqualTo("CONNECTION_NOT_FOUND");
  }

  @Test
  void aConnectionIsFoundAlthoughTheRegistryIsBehind() throws Exception {
    ConnectionId fresh = ConnectionId.random();
    CompletableFuture<Response> asked =
        CompletableFuture.supplyAsync(
            () -> post(token, Map.of("connection_id", fresh.toString(), "sql", "select 1")));
    await().pollDelay(Duration.ofMillis(300)).until(() -> !asked.isDone());

    publishConnection(fresh);

    assertThat(code(asked.get(10, TimeUnit.SECONDS))).isEqualTo("AGENT_NOT_LINKED");
  }

  @Test
  void withoutALinkTheAskerIsTold() {
    assertThat(code(sql("select 1"))).isEqualTo("AGENT_NOT_LINKED");
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
  void aStatementWhoseLinkBrokeIsTriedOnceOnAnotherAgent() throws Exception {
    LinkId first = gateway.link(connection, "a", Health.GREEN);
    LinkId second = gateway.link(connection, "b", Health.RED);
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));

    ExecuteCommand lost = gateway.await(ExecuteCommand.class);
    gateway.fail(lost, "AGENT_LINK_LOST");
    ExecuteCommand again = gateway.await(ExecuteCommand.class);
    gateway.answer(again, ONE, 1, "[1]");

    assertThat(lost.target().linkId()).isEqualTo(first);
    assertThat(again.target().linkId()).isEqualTo(second);
    assertThat(asked.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
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
  void aConnectionThatRequiresACleanRoleSaysSoToTheAgent() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));
    ExecuteCommand before = gateway.await(ExecuteCommand.class);
    gateway.answer(before, ONE, 1, "[1]");
    asked.get(10, TimeUnit.SECONDS);

    publish(connection, "postgresql", 2, true, null);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          CompletableFuture<Response> again = later(Map.of("sql", "select 1"));
          ExecuteCommand after = gateway.await(ExecuteCommand.class);
          gateway.fail(after, "AGENT_ROLE_TOO_POWERFUL");
          assertThat(code(again.get(10, TimeUnit.SECONDS))).isEqualTo("AGENT_ROLE_TOO_POWERFUL");
          assertThat(after.requireCleanRole()).isTrue();
        });
    assertThat(before.requireCleanRole()).isNull();
  }

  @Test
  void aFunctionThatTheConnectionAllowsLeavesForItsAgent() throws Exception {
    gateway.link(connection);
    assertThat(code(sql("select sales.net(1)"))).isEqualTo("SQL_FUNCTION_NOT_ALLOWED");

    publish(connection, "postgresql", 2, null, List.of("sales.net"));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          CompletableFuture<Response> asked = later(Map.of("sql", "select sales.net(1)"));
          gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[1]");
          assertThat(asked.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        });
  }

  @Test
  void statementsAreJudgedByTheDialectOfTheirConnection() throws Exception {
    ConnectionId mysql = ConnectionId.random();
    publish(mysql, "mysql", 1, null, null);
    gateway.link(mysql);

    CompletableFuture<Response> asked =
        CompletableFuture.supplyAsync(
            () -> askOf(mysql, Map.of("sql", "SELECT `id` FROM `t` # all")));
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.answer(command, ONE, 1, "[1]");

    assertThat(command.sql()).isEqualTo("SELECT `id` FROM `t`");
    assertThat(asked.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    assertThat(code(askOf(mysql, Map.of("sql", "SELECT 1 /*! INTO OUTFILE 'x' */"))))
        .isEqualTo("SQL_UNREADABLE");
    assertThat(code(askOf(mysql, Map.of("question", "How many orders are there?"))))
        .isEqualTo("QUERY_NOT_ANSWERABLE");
  }

  @Test
  void codesOfTheAgentReachTheAsker() throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));

    gateway.fail(gateway.await(ExecuteCommand.class), "AGENT_DATABASE_LOGIN_REFUSED");

    assertThat(code(asked.get(10, TimeUnit.SECONDS))).isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"connection_id\":\"0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001\"}",
        "{\"connection_id\":\"0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001\",\"sql\":\"x\",\"question\":\"y\"}",
        "{\"connection_id\":\"0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001\",\"sql\":\"x\",\"max_rows\":0}",
        "{\"connection_id\":\"not an id\",\"sql\":\"x\"}",
        "[]",
        "nonsense",
        "null"
      })
  void aWrongBodyIsAProblem(String body) {
    Response answer =
        given()
            .header("Authorization", "Bearer " + token)
            .contentType("application/json")
            .body(body)
            .post("/api/v1/query");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void aMegabyteIsTooLarge() {
    Response answer = ask(Map.of("question", "x".repeat(1_000_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(code(answer)).isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void tokensThatAreNotOursAreRefused() {
    UUID user = UUID.randomUUID();

    for (String bad :
        List.of(
            TestingTokens.expired(user, organisation),
            TestingTokens.wrongIssuer(user, organisation),
            TestingTokens.wrongAudience(user, organisation),
            TestingTokens.otherKey(user, organisation),
            "nonsense")) {
      Response answer =
          post(bad, Map.of("connection_id", connection.toString(), "sql", "select 1"));
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(code(answer)).startsWith("AUTH_");
    }
  }

  private void publishConnection(ConnectionId id) throws Exception {
    publish(id, "postgresql", 1, null, null);
  }

  private void publish(
      ConnectionId id, String dialect, long version, Boolean cleanRole, List<String> functions)
      throws Exception {
    ConnectionRegisteredV1 event =
        TestingConnections.event(id, organisation, dialect, version, cleanRole, functions);
    gateway.publish(Topic.REGISTRY, id.toString(), json.writeValueAsBytes(event));
  }

  private void publishSchema() throws Exception {
    TableDescription table =
        new TableDescription(
            "public",
            "parrots",
            TableDescription.TABLE,
            null,
            10,
            List.of(new Column("parrot_id", ColumnType.INTEGER, "integer", false, null)),
            List.of("parrot_id"),
            List.of());
    for (SchemaEvent event :
        List.of(
            new SchemaTableV1(connection, 5, table),
            new SchemaHeaderV1(connection, 5, 1, "f", null, null))) {
      gateway.publish(
          Topic.SCHEMAS,
          connection.toString(),
          json.writerFor(SchemaEvent.class).writeValueAsBytes(event));
    }
  }

  private Response sql(String sql) {
    return ask(Map.of("sql", sql));
  }

  private Response ask(Map<String, Object> question) {
    return askOf(connection, question);
  }

  private Response askOf(ConnectionId of, Map<String, Object> question) {
    Map<String, Object> body = new java.util.HashMap<>(question);
    body.put("connection_id", of.toString());
    return post(token, body);
  }

  private CompletableFuture<Response> later(Map<String, Object> question) {
    return CompletableFuture.supplyAsync(() -> ask(question));
  }

  private static Response post(String bearer, Map<String, Object> body) {
    return given()
        .header("Authorization", "Bearer " + bearer)
        .contentType("application/json")
        .body(body)
        .post("/api/v1/query");
  }

  private static String code(Response response) {
    return response.path("code");
  }
}
