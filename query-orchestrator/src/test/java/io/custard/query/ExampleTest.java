package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.TableDescription;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.custard.testkit.openai.Reply;
import io.custard.testkit.openai.Script;
import io.custard.testkit.openai.TestingModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
@QuarkusTestResource(value = ScriptedModels.class, restrictToAnnotatedClass = true)
class ExampleTest extends QueryFixture {
  private static final String QUESTION = "How heavy are the parrots of Olinda?";
  private static final String SQL =
      "select sum(weight) from parrots where parrot_id = 4711 -- canary";

  @Inject Pool pool;

  private final TestingModels models = ScriptedModels.models();

  @BeforeEach
  void linkedWithSchema() throws Exception {
    gateway.link(connection);
    schema(table("parrots", null, List.of("parrot_id", "weight", "age")));
    models.play(
        Script.always(
            new Reply.Text(
                """
                {"outcome":"sql","sql":"select sum(weight) from parrots","reading":"",\
                "sentence":"","reason":""}\
                """)));
    models.forget();
  }

  @Test
  void aVerifiedExampleIsShownToModelsWithoutItsLiteralsAndNamedAsEvidence() throws Exception {
    Response verified = verify(token, QUESTION, SQL);
    assertThat(verified.statusCode()).isEqualTo(201);
    assertThat(verified.path("status").toString()).isEqualTo("verified");
    assertThat(verified.path("sql").toString()).doesNotContain("canary");

    Response answer = asked("What do all parrots weigh?");

    String prompt = models.requests().getFirst();
    assertThat(prompt)
        .contains("Example question: \\\"How heavy are the parrots of Olinda?\\\"")
        .contains("parrot_id = ?")
        .doesNotContain("4711");
    assertThat(answer.path("evidence.tables").toString()).isEqualTo("[parrots]");
    assertThat(answer.path("evidence.columns").toString()).isEqualTo("[parrots.weight]");
    assertThat(answer.path("evidence.examples[0].id").toString())
        .isEqualTo(verified.path("id").toString());
    assertThat((boolean) answer.path("evidence.schema_only")).isFalse();
  }

  @Test
  void aQuestionUnlikeAllExamplesIsAskedWithTheSchemaOnly() throws Exception {
    verify(token, QUESTION, SQL);

    Response answer = asked("Who is the best accountant?");

    assertThat(models.requests().getFirst()).doesNotContain("Example question");
    assertThat((boolean) answer.path("evidence.schema_only")).isTrue();
    assertThat(answer.jsonPath().getList("evidence.examples")).isEmpty();
  }

  @Test
  void anExampleWhoseColumnIsGoneIsStaleUntilItIsBack() throws Exception {
    verify(token, QUESTION, SQL);

    schema(6, table("parrots", null, List.of("parrot_id", "age")));
    models.play(Script.always(counting()));
    asked("How heavy is a parrot?");

    assertThat(models.requests().getFirst()).doesNotContain("Example question");
    await().untilAsserted(() -> assertThat(status()).containsExactly("stale"));

    schema(7, table("parrots", null, List.of("parrot_id", "weight")));
    models.forget();
    asked("How heavy is a parrot?");
    assertThat(models.requests().getFirst()).contains("Example question");
    await().untilAsserted(() -> assertThat(status()).containsExactly("verified"));
  }

  @Test
  void onlyWhatPassesIsVerified() {
    assertThat(code(verify(token, QUESTION, "delete from parrots"))).isEqualTo("SQL_NOT_READ_ONLY");
    assertThat(code(verify(token, QUESTION, "select size from parrots")))
        .isEqualTo("SQL_NAMES_UNKNOWN");
    assertThat(code(verify(token, QUESTION, "select 1 from owls"))).isEqualTo("SQL_NAMES_UNKNOWN");
    assertThat(verify(token, " ", SQL).statusCode()).isEqualTo(400);
    assertThat(
            verify(token, Map.of("question", QUESTION, "query_id", UUID.randomUUID())).statusCode())
        .isEqualTo(400);
    assertThat(list(token).jsonPath().getList("items")).isEmpty();
  }

  @Test
  void theSameQuestionAgainTakesThePlaceOfTheFirst() {
    verify(token, QUESTION, SQL);
    verify(token, QUESTION.toUpperCase(Locale.ROOT), "select count(*) from parrots");

    assertThat(list(token).jsonPath().getList("items.sql"))
        .containsExactly("select count(*) from parrots");
  }

  @Test
  void anAnsweredQuestionOfOnesOwnBecomesAnExample() throws Exception {
    String answer = asked("What do all parrots weigh?").path("id");
    String colleague = TestingTokens.owner(UUID.randomUUID(), organisation);

    assertThat(code(verify(colleague, Map.of("query_id", answer)))).isEqualTo("HISTORY_NOT_FOUND");
    assertThat(verify(token, Map.of("query_id", answer)).statusCode()).isEqualTo(201);

    assertThat(list(token).jsonPath().getList("items.question"))
        .containsExactly("What do all parrots weigh?");
  }

  @Test
  void onlyWhoManagesTheConnectionVerifiesAndDeletesAndNobodyElsewhereSeesAny() {
    String id = verify(token, QUESTION, SQL).path("id");
    String analyst = TestingTokens.valid(UUID.randomUUID(), organisation, "analyst");
    String elsewhere = TestingTokens.owner(user, UUID.randomUUID());

    assertThat(code(verify(analyst, QUESTION, SQL))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(delete(analyst, id))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(list(analyst).jsonPath().getList("items.id")).containsExactly(id);
    assertThat(code(verify(elsewhere, QUESTION, SQL))).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(list(elsewhere))).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(delete(elsewhere, id))).isEqualTo("EXAMPLE_NOT_FOUND");

    assertThat(delete(token, id).statusCode()).isEqualTo(204);
    assertThat(code(delete(token, id))).isEqualTo("EXAMPLE_NOT_FOUND");
    assertThat(list(token).jsonPath().getList("items")).isEmpty();
  }

  private static Reply counting() {
    return new Reply.Text(
        """
        {"outcome":"sql","sql":"select count(*) from parrots","reading":"","sentence":"",\
        "reason":""}\
        """);
  }

  private void schema(TableDescription table) throws Exception {
    schema(5, table);
  }

  /** Known once a question about it is answered with it. */
  private void schema(long version, TableDescription table) throws Exception {
    publishSchema(version, table);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(known()).isEqualTo(version));
  }

  private Long known() {
    return pool.preparedQuery("select version from query.schema_header where connection_id = $1")
        .execute(Tuple.of(connection.value()))
        .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0))
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  private Response asked(String question) throws Exception {
    CompletableFuture<Response> asked = later(Map.of("question", question));
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[3]");
    return asked.get(10, TimeUnit.SECONDS);
  }

  private List<String> status() {
    return list(token).jsonPath().getList("items.status", String.class);
  }

  private Response verify(String bearer, String question, String sql) {
    return verify(bearer, Map.of("question", question, "sql", sql));
  }

  private Response verify(String bearer, Map<String, Object> what) {
    Map<String, Object> body = new HashMap<>(what);
    body.put("connection_id", connection.toString());
    return given()
        .auth()
        .oauth2(bearer)
        .contentType("application/json")
        .body(body)
        .post("/api/v1/query/examples");
  }

  private Response list(String bearer) {
    return given()
        .auth()
        .oauth2(bearer)
        .queryParam("connection_id", connection.toString())
        .get("/api/v1/query/examples");
  }

  private static Response delete(String bearer, String id) {
    return given().auth().oauth2(bearer).delete("/api/v1/query/examples/" + id);
  }
}
