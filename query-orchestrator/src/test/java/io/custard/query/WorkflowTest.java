package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.custard.testkit.openai.Reply;
import io.custard.testkit.openai.Script;
import io.custard.testkit.openai.TestingModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions behind their request: their steps, their streams, and who goes on with them. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
@QuarkusTestResource(value = ScriptedModels.class, restrictToAnnotatedClass = true)
class WorkflowTest extends QueryFixture {
  private static final String QUESTION = "Which parrot would make the best accountant?";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestingModels models = ScriptedModels.models();

  @Inject Pool database;

  @TestHTTPResource("/")
  URI server;

  @BeforeEach
  void linkedWithSchema() throws Exception {
    gateway.link(connection);
    publishSchema(table("parrots", null, List.of("parrot_id", "weight")));
    awaitSchema();
    models.play(
        Script.always(
            new Reply.Text(
                """
                {"outcome":"sql","sql":"select count(*) as parrots from parrots",\
                "reading":"All parrots.","sentence":"There are {rows[0][0]}.","reason":""}\
                """)));
    models.forget();
  }

  @Test
  void everyStepIsToldInItsOrderAndTheStreamEndsOnce() throws Exception {
    String id = start(Map.of("question", QUESTION));
    SseReader events = follow(id, null);
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[1.50]");

    List<SseReader.Event> all = events.untilEnd(PATIENCE);

    assertThat(all)
        .extracting(SseReader.Event::name)
        .contains("step", "sql", "result", "text")
        .doesNotContain("error")
        .endsWith("end")
        .containsOnlyOnce("end", "sql", "result", "text");
    assertThat(data(all, "result")).contains("[1.50]");
    assertThat(data(all, "text")).contains("There are 1.5");
    assertThat(data(all, "end")).contains("succeeded", id);
    assertThat(status(id).path("state").toString()).isEqualTo("succeeded");
  }

  @Test
  void stepsShowWhatCameOfThemAndWhatWasNotNeeded() throws Exception {
    String id = start(Map.of("question", QUESTION));
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[3]");
    awaitState(id, "succeeded");

    Response steps = get(token, "/" + id + "/steps");

    assertThat(steps.<List<String>>path("items.step"))
        .containsSubsequence("plan", "map", "compose", "validate", "execute");
    assertThat(output(steps, "plan").get("reason").toString()).contains("One call");
    assertThat(output(steps, "map").get("tables")).isEqualTo(List.of("public.parrots"));
    assertThat(output(steps, "compose").get("model")).isEqualTo("scripted");
    assertThat(output(steps, "execute").get("row_count")).isEqualTo(1);
    assertThat(models.requests()).hasSize(1);
  }

  /** Whatever a process had written when it was killed, another goes on from there. */
  @Test
  void anotherProcessGoesOnAfterEachStep() throws Exception {
    String whole = start(Map.of("question", QUESTION));
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[41]");
    awaitState(whole, "succeeded");
    List<String> lines = journal(whole);
    assertThat(lines).hasSizeGreaterThan(10);

    List<Integer> asked = new ArrayList<>();
    for (int written = 0; written <= lines.size(); written++) {
      models.forget();
      gateway.link(connection); // the directory forgets links that are not asserted
      String id = left(whole, lines.subList(0, written));
      boolean executed = lines.subList(0, written).stream().anyMatch(WorkflowTest::isExecuted);
      if (!executed) {
        gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[41]");
      }
      awaitState(id, "succeeded");
      asked.add(models.requests().size());
      assertThat(String.join("", journal(id))).contains("There are 41.");
    }

    int composed =
        IntStream.range(0, lines.size())
            .filter(at -> lines.get(at).contains("\"done\"") && lines.get(at).contains("compose"))
            .findFirst()
            .orElseThrow();
    assertThat(asked.subList(0, composed + 1)).containsOnly(1);
    assertThat(asked.subList(composed + 1, asked.size())).containsOnly(0);
  }

  @Test
  void aReaderWhoComesBackIsToldTheRestFromAnyPlace() throws Exception {
    String id = start(Map.of("question", QUESTION));
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[3]");
    List<SseReader.Event> all = follow(id, null).untilEnd(PATIENCE);

    for (int seen = 0; seen < all.size() - 1; seen++) {
      List<SseReader.Event> rest = follow(id, all.get(seen).id()).untilEnd(PATIENCE);

      assertThat(rest).isEqualTo(all.subList(seen + 1, all.size()));
    }
  }

  @Test
  void cancellingReachesTheStatementAndEndsTheStream() throws Exception {
    String id = start(Map.of("question", QUESTION));
    SseReader events = follow(id, null);
    gateway.await(ExecuteCommand.class);

    given()
        .header("Authorization", "Bearer " + token)
        .delete("/api/v1/workflows/" + id)
        .then()
        .statusCode(204);

    gateway.await(CancelCommand.class);
    List<SseReader.Event> all = events.untilEnd(PATIENCE);
    assertThat(all).extracting(SseReader.Event::name).containsOnlyOnce("error", "end");
    assertThat(data(all, "end")).contains("cancelled");
    awaitState(id, "cancelled");
  }

  @Test
  void whatNobodyReadsAnyMoreIsCancelledWhereThatWasAsked() throws Exception {
    String id = start(Map.of("question", QUESTION, "while_read", true));
    gateway.await(ExecuteCommand.class);

    awaitState(id, "cancelled");

    gateway.await(CancelCommand.class);
  }

  @Test
  void aFailureIsAnErrorAndThenTheEnd() {
    models.play(
        Script.always(new Reply.Text("{\"outcome\":\"impossible\",\"reason\":\"No salaries.\"}")));

    List<SseReader.Event> all =
        follow(start(Map.of("question", QUESTION)), null).untilEnd(PATIENCE);

    assertThat(all).extracting(SseReader.Event::name).endsWith("error", "end");
    assertThat(data(all, "error")).contains("QUERY_NOT_ANSWERABLE", "No salaries.");
  }

  @Test
  void anEmptiedRedisOnlyCostsTime() throws Exception {
    String id = start(Map.of("question", QUESTION));
    gateway.await(ExecuteCommand.class);
    redis.execute("FLUSHALL");
    gateway.link(connection);

    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[7]");

    awaitState(id, "succeeded");
  }

  @Test
  void nobodyElseSeesIt() {
    String id = start(Map.of("question", QUESTION));
    List<String> others =
        List.of(
            TestingTokens.owner(UUID.randomUUID(), organisation),
            TestingTokens.owner(user, UUID.randomUUID()));

    for (String other : others) {
      for (String path : List.of("/status", "/steps", "/events")) {
        assertThat(code(get(other, "/" + id + path))).isEqualTo("QUERY_WORKFLOW_NOT_FOUND");
      }
      Response cancel =
          given().header("Authorization", "Bearer " + other).delete("/api/v1/workflows/" + id);
      assertThat(code(cancel)).isEqualTo("QUERY_WORKFLOW_NOT_FOUND");
    }
  }

  private String start(Map<String, Object> asked) {
    Map<String, Object> body = new java.util.HashMap<>(asked);
    body.put("connection_id", connection.toString());
    Response started =
        given()
            .header("Authorization", "Bearer " + token)
            .contentType("application/json")
            .body(body)
            .post("/api/v1/workflows");
    assertThat(started.statusCode()).isEqualTo(202);
    return started.path("id");
  }

  /** A workflow as a killed process leaves it: accepted, some lines written, no lease. */
  private String left(String like, List<String> lines) {
    String id = UUID.randomUUID().toString();
    String key = "workflow:{%s:%s}".formatted(organisation, id);
    lines.forEach(line -> redis.execute("XADD", key + ":events", "*", "line", line));
    database
        .preparedQuery(
            """
            insert into query.workflow (id, organisation_id, user_id, connection_id, caller,
                request, locale, zone, deadline)
            select $1, organisation_id, user_id, connection_id, caller, request, locale, zone,
                now() + interval '1 minute'
            from query.workflow where id = $2
            """)
        .execute(Tuple.of(UUID.fromString(id), UUID.fromString(like)))
        .await()
        .atMost(PATIENCE);
    return id;
  }

  private static boolean isExecuted(String line) {
    return line.contains("\"done\"") && line.contains("\"execute\"");
  }

  private List<String> journal(String id) {
    List<String> lines = new ArrayList<>();
    String key = "workflow:{%s:%s}:events".formatted(organisation, id);
    redis
        .execute("XRANGE", key, "-", "+")
        .forEach(entry -> lines.add(entry.get(1).get(1).toString()));
    return lines;
  }

  private SseReader follow(String id, String last) {
    return SseReader.open(server.resolve("/api/v1/workflows/" + id + "/events"), token, last);
  }

  private Response get(String bearer, String path) {
    return given().header("Authorization", "Bearer " + bearer).get("/api/v1/workflows" + path);
  }

  private Response status(String id) {
    return get(token, "/" + id + "/status");
  }

  private void awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(status(id).path("state").toString()).isEqualTo(state));
  }

  private static Map<String, Object> output(Response steps, String step) {
    return steps.path("items.find { it.step == '%s' }.output".formatted(step));
  }

  private static String data(List<SseReader.Event> events, String name) {
    return events.stream()
        .filter(event -> event.name().equals(name))
        .map(SseReader.Event::data)
        .findFirst()
        .orElseThrow();
  }
}
