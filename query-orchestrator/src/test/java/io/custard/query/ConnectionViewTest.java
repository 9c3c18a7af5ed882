package io.custard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class ConnectionViewTest extends QueryFixture {
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
  void theExposureIsToldToTheAgentAndOneThatIsNotKnownIsTheStrictest() throws Exception {
    gateway.link(connection);

    publishExposure("masked", 2);
    publishExposure("full", 3);
    publish(
        TestingConnections.event(
            connection, organisation, "postgresql", 4, null, null, "everything"));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));
          ExecuteCommand command = gateway.await(ExecuteCommand.class);
          gateway.answer(command, ONE, 1, "[1]");
          asked.get(10, TimeUnit.SECONDS);
          assertThat(command.exposure()).isNull();
          assertThat(command.purpose()).isEqualTo(Execute.RESULT);
        });
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
}
