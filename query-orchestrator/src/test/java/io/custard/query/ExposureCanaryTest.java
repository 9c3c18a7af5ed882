package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.Capability;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Health;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.openai.Reply;
import io.custard.testkit.openai.Script;
import io.custard.testkit.openai.TestingModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A database at {@code schema_only} whose every cell and every message holds a canary: on no way of
 * asking does it reach a model's request, a line of the log or the detail of a problem.
 */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
@QuarkusTestResource(value = ScriptedModels.class, restrictToAnnotatedClass = true)
class ExposureCanaryTest extends QueryFixture {
  private static final String CANARY = "Kanarienvogel9000";
  private static final String DATABASE_SAYS =
      "ERROR: invalid input syntax for type integer: \"" + CANARY + "\"";
  private static final String QUESTION = "Which parrot would make the best accountant?";
  private static final String SIMPLE = "How many parrots are crimson?";
  private static final List<ResultColumn> CHARTED =
      List.of(
          new ResultColumn("colour", ColumnType.TEXT),
          new ResultColumn("parrots", ColumnType.INTEGER));
  private static final String ROWS = "[\"" + CANARY + "\",9000],[\"" + CANARY + " two\",1]";
  private static final List<ResultColumn> LOOKED_UP =
      List.of(
          new ResultColumn("probe", ColumnType.INTEGER),
          new ResultColumn("column_number", ColumnType.INTEGER),
          new ResultColumn("value", ColumnType.TEXT));

  private final TestingModels models = ScriptedModels.models();
  private final Set<String> purposes = new HashSet<>();
  private CapturedLog log;

  @BeforeEach
  void linkedWithSchema() throws Exception {
    gateway.link(
        connection,
        "a",
        Health.GREEN,
        0,
        List.of(Capability.EXPOSURE, Capability.NDJSON, Capability.CSV));
    publishSchema(
        new TableDescription(
            "public",
            "parrots",
            TableDescription.TABLE,
            null,
            10,
            List.of(
                new Column("parrot_id", ColumnType.INTEGER, "integer", false, null),
                new Column("colour", ColumnType.TEXT, "text", true, null)),
            List.of("parrot_id"),
            List.of()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            !"QUERY_SCHEMA_UNKNOWN"
                .equals(code(ask(Map.of("question", "why?", "model", "built-in")))));
    models.forget();
    models.play(drafts());
    log = new CapturedLog();
  }

  @AfterEach
  void nothingWasSeen() {
    log.close();
    assertThat(String.join("\n", models.requests())).doesNotContainIgnoringCase(CANARY);
    assertThat(log.text()).contains(CapturedLog.WATCHED).doesNotContainIgnoringCase(CANARY);
    assertThat(purposes).doesNotContain(Execute.MODEL);
  }

  @Test
  void anAnswerWithItsChartAndSentenceIsForThePersonOnly() {
    Response answer = answered(later(Map.of("question", QUESTION)), 0);

    assertThat(answer.asString()).contains(CANARY);
    assertThat(answer.path("chart").toString()).isNotEmpty();
    assertThat(models.requests()).hasSize(1);
  }

  @Test
  void aDatabasesMessageIsNotTheReasonOfARepair() {
    Response answer = answered(later(Map.of("question", QUESTION)), 1);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(models.requests()).hasSize(2);
    assertThat(models.requests().getLast()).contains("Rejected SQL", "refused the statement");
  }

  @Test
  void aRefusalAfterAllRepairsSaysNothingOfTheDatabasesMessage() {
    Response answer = answered(later(Map.of("question", QUESTION)), 100);

    assertThat(code(answer)).isEqualTo("SQL_EXECUTION_FAILED");
    assertThat(answer.asString()).doesNotContainIgnoringCase(CANARY);
  }

  @Test
  void whatTheBuiltInTranslatorLooksUpIsNotShownToTheModelAskedNext() {
    models.play(Script.always(new Reply.Failure(503, "overloaded", "later", 0)));
    Response fallback = answered(later(Map.of("question", SIMPLE)), 0);
    models.play(drafts());
    Response next = answered(later(Map.of("question", SIMPLE)), 1);

    assertThat(fallback.path("model").toString()).isEqualTo("built-in");
    assertThat(next.path("model").toString()).isEqualTo("scripted");
    assertThat(purposes).contains(Execute.PROFILE);
  }

  @Test
  void aStatementOfThePersonsOwnFailsWithoutTheDatabasesMessage() {
    Response answer = answered(later(Map.of("sql", "select colour::int from parrots")), 100);

    assertThat(code(answer)).isEqualTo("SQL_EXECUTION_FAILED");
    assertThat(answer.asString()).doesNotContainIgnoringCase(CANARY);
    assertThat(models.requests()).isEmpty();
  }

  @Test
  void aStreamOfAQuestionFailsWithoutTheDatabasesMessageToo() {
    Response first = answered(streamed(), 100);

    assertThat(first.asString()).contains("SQL_EXECUTION_FAILED").doesNotContain(CANARY);
    Response rows = answered(streamed(), 0);
    assertThat(rows.asString()).contains(CANARY);
  }

  @Test
  void aCodeThatIsNotKnownBringsNoMessage() throws Exception {
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));
    gateway.fail(gateway.await(ExecuteCommand.class), "NEW_CODE", DATABASE_SAYS);

    assertThat(asked.join().asString()).doesNotContain(CANARY);
  }

  private CompletableFuture<Response> streamed() {
    Map<String, Object> body = new HashMap<>(Map.of("question", QUESTION));
    body.put("connection_id", connection.toString());
    return CompletableFuture.supplyAsync(
        () ->
            given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/query/stream"),
        Thread::startVirtualThread);
  }

  /** Refuses so many statements first, each in the database's own words. */
  private Response answered(CompletableFuture<Response> asked, int refusals) {
    int left = refusals;
    try {
      while (!asked.isDone()) {
        Optional<ExecuteCommand> command =
            gateway.poll(ExecuteCommand.class, Duration.ofMillis(50));
        if (command.isPresent()) {
          left -= answer(command.get(), left) ? 0 : 1;
        }
      }
      return asked.join();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answer(ExecuteCommand command, int refusals) throws Exception {
    purposes.add(command.purpose());
    if (command.purpose().equals(Execute.PROFILE)) {
      gateway.answer(command, LOOKED_UP, 1, "[0,0,\"" + CANARY + "\"]");
      return true;
    }
    if (refusals > 0) {
      gateway.fail(command, "SQL_EXECUTION_FAILED", DATABASE_SAYS);
      return false;
    }
    String payload =
        switch (command.encoding()) {
          case JSON_ROWS -> ROWS;
          case NDJSON -> ROWS.replace("],[", "]\n[") + "\n";
          case CSV -> CANARY + ",9000\r\n";
        };
    gateway.columns(command, CHARTED);
    gateway.rows(command, 0, 2, payload);
    gateway.end(command, 2, payload.length(), null);
    return true;
  }

  private static Script drafts() {
    return Script.always(
        new Reply.Text(
            "{\"outcome\":\"sql\",\"sql\":\"select colour, count(*) as parrots from parrots group by"
                + " colour\",\"reading\":\"\",\"sentence\":\"It is {rows[0][0]}.\",\"reason\":\"\"}"));
  }
}
