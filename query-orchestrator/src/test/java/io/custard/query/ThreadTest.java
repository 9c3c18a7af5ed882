package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations: whose they are, and how one question follows another. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class ThreadTest extends QueryFixture {
  @TestHTTPResource("/")
  URI server;

  @BeforeEach
  void linkedWithSchema() throws Exception {
    gateway.link(connection);
    publishSchema(table("parrots", null, List.of("parrot_id", "weight")));
    awaitSchema();
  }

  @Test
  void theFirstQuestionNamesAThreadAndItsAnswerStandsInIt() throws Exception {
    String thread = create(Map.of());

    String message = ask(thread, "How many parrots are there?");
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[7]");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          Response messages = as(token).get("/api/v1/threads/" + thread + "/messages");
          assertThat(messages.<List<String>>path("items.id")).containsExactly(message);
          assertThat(messages.<List<String>>path("items.state")).containsExactly("succeeded");
          assertThat(messages.<List<String>>path("items.model")).containsExactly("built-in");
          assertThat(messages.<List<Integer>>path("items.row_count")).containsExactly(1);
        });
    Response shown = as(token).get("/api/v1/threads/" + thread);
    assertThat(shown.path("title").toString()).isEqualTo("How many parrots are there?");
    assertThat(as(token).get("/api/v1/threads?q=PARROTS").<List<String>>path("items.id"))
        .contains(thread);
    assertThat(as(token).get("/api/v1/threads?q=par_ots").<List<String>>path("items.id")).isEmpty();
  }

  @Test
  void aQuestionThatChangesTheOneBeforeIsReadWithoutAModel() throws Exception {
    String thread = create(Map.of("connection_id", connection.toString()));
    ask(thread, "How many parrots are there?");
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[7]");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            as(token)
                .get("/api/v1/threads/" + thread + "/messages")
                .path("items[0].state")
                .equals("succeeded"));
    gateway.link(connection);

    String message = ask(thread, "by weight");

    ExecuteCommand changed = gateway.await(ExecuteCommand.class);
    assertThat(changed.sql().toLowerCase(java.util.Locale.ROOT)).contains("group by", "count(");
    gateway.answer(changed, ONE, 1, "[7]");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          Response steps = as(token).get("/api/v1/workflows/" + message + "/steps");
          assertThat(steps.path("items.find { it.step == 'plan' }.output.route").toString())
              .isEqualTo("CHANGE");
          assertThat(
                  steps.<List<String>>path(
                      "items.find { it.step == 'state' }.output.state.dimensions"))
              .hasSize(1);
        });
  }

  @Test
  void aMessageCanBeAnsweredWithItsEventsAtOnce() throws Exception {
    String thread = create(Map.of("connection_id", connection.toString()));
    SseReader events =
        SseReader.post(
            server.resolve("/api/v1/threads/" + thread + "/messages/stream"),
            token,
            "{\"question\":\"How many parrots are there?\"}");
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[7]");

    assertThat(events.untilEnd(Duration.ofSeconds(20)))
        .extracting(SseReader.Event::name)
        .contains("sql", "result", "text")
        .endsWith("end");
  }

  @Test
  void aThreadIsItsOwnersAloneUntilItIsSharedAndOnlyReadThen() {
    String thread = create(Map.of("connection_id", connection.toString(), "title", "Birds"));
    String colleague = TestingTokens.owner(UUID.randomUUID(), organisation);
    String stranger = TestingTokens.owner(user, UUID.randomUUID());

    assertThat(code(as(colleague).get("/api/v1/threads/" + thread))).isEqualTo("THREAD_NOT_FOUND");
    as(token).body(Map.of("shared", true)).patch("/api/v1/threads/" + thread);

    Response read = as(colleague).get("/api/v1/threads/" + thread);
    assertThat(read.path("title").toString()).isEqualTo("Birds");
    assertThat((boolean) read.path("own")).isFalse();
    assertThat(as(colleague).get("/api/v1/threads").<List<String>>path("items.id"))
        .doesNotContain(thread);
    for (Response refused :
        List.of(
            as(colleague).body(Map.of("title", "Mine")).patch("/api/v1/threads/" + thread),
            as(colleague).delete("/api/v1/threads/" + thread),
            as(colleague)
                .body(Map.of("question", "How many?"))
                .post("/api/v1/threads/" + thread + "/messages"),
            as(stranger).get("/api/v1/threads/" + thread),
            as(stranger).get("/api/v1/threads/" + thread + "/messages"))) {
      assertThat(code(refused)).isEqualTo("THREAD_NOT_FOUND");
    }
  }

  @Test
  void aDeletedThreadIsGoneWithItsMessages() {
    String thread = create(Map.of("connection_id", connection.toString()));
    ask(thread, "How many parrots are there?");

    as(token).delete("/api/v1/threads/" + thread).then().statusCode(204);

    assertThat(code(as(token).get("/api/v1/threads/" + thread + "/messages")))
        .isEqualTo("THREAD_NOT_FOUND");
  }

  @Test
  void aThreadIsOnlyAboutConnectionsItsOwnerMayAsk() {
    Response foreign =
        as(token).body(Map.of("connection_id", UUID.randomUUID())).post("/api/v1/threads");

    assertThat(code(foreign)).isEqualTo("CONNECTION_NOT_FOUND");
  }

  private String create(Map<String, Object> thread) {
    Response created = as(token).body(thread).post("/api/v1/threads");
    assertThat(created.statusCode()).isEqualTo(201);
    return created.path("id");
  }

  private String ask(String thread, String question) {
    Map<String, Object> message = new HashMap<>(Map.of("question", question));
    message.put("connection_id", connection.toString());
    message.put("model", "built-in");
    Response asked = as(token).body(message).post("/api/v1/threads/" + thread + "/messages");
    assertThat(asked.statusCode()).isEqualTo(202);
    return asked.path("id");
  }

  private static RequestSpecification as(String bearer) {
    return given().header("Authorization", "Bearer " + bearer).contentType("application/json");
  }
}
