package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.custard.testkit.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tools in the hands of a program: values come only when a person says so. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class ToolApprovalTest extends ToolFixture {
  private static final Map<String, String> CANARY = Map.of("sql", "select 'canary-4711'");
  private static final Map<String, String> APPROVE = Map.of("decision", "approve");

  @Inject Pool pool;

  private String program;

  @BeforeEach
  void withApiToken() throws Exception {
    program = apiToken("ask", "sql");
  }

  @Test
  void aProgramWaitsForItsPersonAndThenRunsOnce() throws Exception {
    Response asked = tool(program, "run_sql", CANARY);
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.<String>path("approval.tool")).isEqualTo("run_sql");
    assertThat(asked.<String>path("approval.summary")).contains("“test”").doesNotContain("canary");
    String id = asked.path("approval.id");
    assertThat(code(tool(program, "run_sql", CANARY, id))).isEqualTo("TOOL_APPROVAL_INVALID");
    assertThat(pending(token).<List<String>>path("items.id")).containsExactly(id);
    assertThat(pending(token).<String>path("items[0].arguments.sql")).contains("canary-4711");

    assertThat(decide(token, id, APPROVE).<String>path("state")).isEqualTo("approved");
    Response ran = answered(program, "run_sql", CANARY, id);

    assertThat(ran.statusCode()).isEqualTo(200);
    assertThat(pending(token).<List<String>>path("items.id")).isEmpty();
    assertThat(code(tool(program, "run_sql", CANARY, id))).isEqualTo("TOOL_APPROVAL_INVALID");
    assertThat(tool(program, "run_sql", CANARY, id).statusCode()).isEqualTo(403);
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void allToolsThatBringValuesAskAndTheOthersDoNot() {
    assertThat(tool(program, "sample_rows", Map.of("table", "parrots")).statusCode())
        .isEqualTo(202);
    assertThat(
            tool(program, "profile", Map.of("table", "parrots", "column", "weight")).statusCode())
        .isEqualTo(202);
    assertThat(tool(program, "run_sql", CANARY).statusCode()).isEqualTo(202);
    assertThat(tool(program, "list_connections", Map.of()).statusCode()).isEqualTo(200);
    assertThat(tool(program, "list_tables", Map.of()).statusCode()).isEqualTo(200);
    assertThat(tool(program, "list_columns", Map.of("table", "parrots")).statusCode())
        .isEqualTo(200);
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void aProgramNeverApproves() {
    String id = tool(program, "run_sql", CANARY).path("approval.id");

    assertThat(code(decide(program, id, APPROVE))).isEqualTo("AUTH_SESSION_NEEDED");
    assertThat(code(pending(program))).isEqualTo("AUTH_SESSION_NEEDED");
    assertThat(code(tool(program, "run_sql", CANARY, id))).isEqualTo("TOOL_APPROVAL_INVALID");
  }

  @Test
  void anApprovalIsForTheseArgumentsThisToolAndThisTokenOnly() throws Exception {
    String id = tool(program, "run_sql", CANARY).path("approval.id");
    decide(token, id, APPROVE);
    String another = apiToken("ask", "sql");

    assertThat(code(tool(program, "run_sql", Map.of("sql", "select 2"), id)))
        .isEqualTo("TOOL_APPROVAL_INVALID");
    assertThat(
            code(tool(program, "run_sql", Map.of("sql", CANARY.get("sql"), "max_rows", 1_000), id)))
        .isEqualTo("TOOL_APPROVAL_INVALID");
    assertThat(code(tool(program, "sample_rows", Map.of("table", "parrots"), id)))
        .isEqualTo("TOOL_APPROVAL_INVALID");
    assertThat(code(tool(another, "run_sql", CANARY, id))).isEqualTo("TOOL_APPROVAL_INVALID");
    assertThat(code(tool(program, "run_sql", CANARY, "' or true --")))
        .isEqualTo("TOOL_APPROVAL_INVALID");
    assertThat(gateway.hasCommands()).isFalse();

    assertThat(answered(program, "run_sql", CANARY, id).statusCode()).isEqualTo(200);
  }

  @Test
  void ofManyCallsAtOnceOneUsesTheApproval() throws Exception {
    String id = tool(program, "run_sql", CANARY).path("approval.id");
    decide(token, id, APPROVE);

    List<CompletableFuture<Response>> all =
        Stream.generate(() -> later(program, "run_sql", CANARY, id)).limit(8).toList();
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[1]");

    List<Integer> statuses =
        all.stream().map(call -> call.orTimeout(20, TimeUnit.SECONDS).join().statusCode()).toList();
    assertThat(statuses).containsOnlyOnce(200).filteredOn(status -> status == 403).hasSize(7);
  }

  @Test
  void whatWasRefusedOrExpiredDoesNotRun() throws Exception {
    String refused = tool(program, "run_sql", CANARY).path("approval.id");
    assertThat(decide(token, refused, Map.of("decision", "refuse")).<String>path("state"))
        .isEqualTo("refused");
    String expired = tool(program, "run_sql", Map.of("sql", "select 2")).path("approval.id");
    decide(token, expired, APPROVE);
    expire(expired);
    String late = tool(program, "run_sql", Map.of("sql", "select 3")).path("approval.id");
    expire(late);

    assertThat(code(tool(program, "run_sql", CANARY, refused))).isEqualTo("TOOL_APPROVAL_INVALID");
    assertThat(code(tool(program, "run_sql", Map.of("sql", "select 2"), expired)))
        .isEqualTo("TOOL_APPROVAL_INVALID");
    assertThat(code(decide(token, late, APPROVE))).isEqualTo("TOOL_APPROVAL_NOT_FOUND");
    assertThat(code(decide(token, refused, APPROVE))).isEqualTo("TOOL_APPROVAL_NOT_FOUND");
  }

  @Test
  void onlyThePersonOrAnAdministratorOfTheOrganisationDecides() {
    String id = tool(program, "run_sql", CANARY).path("approval.id");
    String colleague = TestingTokens.valid(UUID.randomUUID(), organisation, "analyst");
    String stranger = TestingTokens.owner(UUID.randomUUID(), UUID.randomUUID());
    String sameUserElsewhere = TestingTokens.owner(user, UUID.randomUUID());
    String administrator = TestingTokens.valid(UUID.randomUUID(), organisation, "admin");

    for (String other : List.of(colleague, stranger, sameUserElsewhere)) {
      assertThat(code(decide(other, id, APPROVE))).isEqualTo("TOOL_APPROVAL_NOT_FOUND");
      assertThat(pending(other).<List<Object>>path("items")).isEmpty();
    }
    assertThat(decide(administrator, id, APPROVE).<String>path("state")).isEqualTo("approved");
  }

  @Test
  void aRememberedApprovalCoversToolConnectionAndTokenUntilItIsTakenBack() throws Exception {
    String id = tool(program, "run_sql", CANARY).path("approval.id");
    decide(token, id, Map.of("decision", "approve", "remember", Map.of("days", 30)));
    String another = apiToken("ask", "sql");

    Map<String, String> other = Map.of("sql", "select 2");
    assertThat(answered(program, "run_sql", other, null).statusCode()).isEqualTo(200);
    assertThat(tool(program, "sample_rows", Map.of("table", "parrots")).statusCode())
        .isEqualTo(202);
    assertThat(tool(another, "run_sql", other).statusCode()).isEqualTo(202);
    Response remembered = given().auth().oauth2(token).get("/api/v1/tools/approvals/remembered");
    String consent = remembered.path("items[0].id");
    assertThat(remembered.<String>path("items[0].tool")).isEqualTo("run_sql");

    assertThat(takenBack(TestingTokens.owner(user, UUID.randomUUID()), consent)).isEqualTo(404);
    assertThat(takenBack(program, consent)).isEqualTo(403);
    assertThat(takenBack(token, consent)).isEqualTo(204);

    assertThat(tool(program, "run_sql", other).statusCode()).isEqualTo(202);
  }

  @Test
  void rememberingIsBoundedAndOnlyForWhatIsApproved() {
    String id = tool(program, "run_sql", CANARY).path("approval.id");

    for (Object wrong :
        List.of(
            Map.of("decision", "approve", "remember", Map.of("days", 31)),
            Map.of("decision", "approve", "remember", Map.of("days", 0)),
            Map.of("decision", "approve", "remember", Map.of()),
            Map.of("decision", "refuse", "remember", Map.of("days", 1)),
            Map.of("decision", "yes"))) {
      assertThat(code(decide(token, id, wrong))).as(wrong.toString()).isEqualTo("REQUEST_INVALID");
    }
  }

  @Test
  void aHundredWaitAtMostAndTheSameWishWaitsOnce() {
    String first = tool(program, "run_sql", Map.of("sql", "select 0")).path("approval.id");
    for (int n = 1; n < 100; n++) {
      assertThat(tool(program, "run_sql", Map.of("sql", "select " + n)).statusCode())
          .isEqualTo(202);
    }

    assertThat(code(tool(program, "run_sql", Map.of("sql", "select 100"))))
        .isEqualTo("TOOL_APPROVAL_LIMIT");
    assertThat(tool(program, "run_sql", Map.of("sql", "select 0")).<String>path("approval.id"))
        .isEqualTo(first);
    assertThat(pending(token).<List<Object>>path("items")).hasSize(100);
  }

  @Test
  void runsAndDecisionsAreAuditedWithoutTheArguments() throws Exception {
    String id = tool(program, "run_sql", CANARY).path("approval.id");
    decide(token, id, APPROVE);
    answered(program, "run_sql", CANARY, id);
    tool(program, "run_sql", CANARY, id);

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(audit())
                .anyMatch(event -> has(event, "tool.approval", "\"decision\":\"asked\"", id))
                .anyMatch(event -> has(event, "tool.approval", "\"decision\":\"approved\"", id))
                .anyMatch(event -> has(event, "tool.run", "\"OK\"", "approval " + id))
                .anyMatch(event -> has(event, "tool.run", "\"TOOL_APPROVAL_INVALID\"", "run_sql"))
                .anyMatch(event -> has(event, "statement.run", "\"OK\"", "sql_sha256"))
                .noneMatch(event -> event.contains("canary")));
  }

  private List<String> audit() {
    return new TopicReader(kafka).read(Topic.AUDIT, organisation.toString());
  }

  private static boolean has(String event, String... parts) {
    return Stream.of(parts).allMatch(event::contains);
  }

  private Response answered(
      String bearer, String tool, Map<String, String> arguments, String approval) throws Exception {
    CompletableFuture<Response> call = later(bearer, tool, arguments, approval);
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[1]");
    return call.get(10, TimeUnit.SECONDS);
  }

  private void expire(String id) {
    pool.preparedQuery(
            "update query.tool_approval set expires_at = now() - interval '1 second' where id = $1")
        .execute(Tuple.of(UUID.fromString(id)))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private static Response pending(String bearer) {
    return given().auth().oauth2(bearer).get("/api/v1/tools/approvals");
  }

  private static int takenBack(String bearer, String id) {
    return given()
        .auth()
        .oauth2(bearer)
        .delete("/api/v1/tools/approvals/remembered/" + id)
        .statusCode();
  }

  private static Response decide(String bearer, String id, Object decision) {
    return given()
        .auth()
        .oauth2(bearer)
        .contentType("application/json")
        .body(decision)
        .post("/api/v1/tools/approvals/" + id);
  }
}
