package io.custard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.Capability;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Health;
import io.custard.protocol.event.CancelCommand;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Examples of what columns hold, on their way from an agent into a prompt. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
@QuarkusTestResource(value = ScriptedModels.class, restrictToAnnotatedClass = true)
class SampledValuesTest extends QueryFixture {
  private static final Map<String, Object> QUESTION =
      Map.of("question", "Which order would make the best accountant?");
  private static final List<ResultColumn> OWN =
      List.of(new ResultColumn("c0", ColumnType.TEXT), new ResultColumn("c1", ColumnType.TEXT));
  private static final List<ResultColumn> NUMBERED =
      List.of(
          new ResultColumn("column_1", ColumnType.TEXT),
          new ResultColumn("column_2", ColumnType.TEXT));

  private final TestingModels models = ScriptedModels.models();

  @BeforeEach
  void exposed() throws Exception {
    models.play(
        Script.always(
            new Reply.Text(
                "{\"outcome\":\"sql\",\"sql\":\"select id from orders\",\"reading\":\"\","
                    + "\"sentence\":\"\",\"reason\":\"\"}")));
    publishSchema(
        new TableDescription(
            "public",
            "orders",
            TableDescription.TABLE,
            null,
            10,
            List.of(
                new Column("id", ColumnType.INTEGER, "integer", false, null),
                new Column("status", ColumnType.TEXT, "text", true, null),
                new Column("customer_email", ColumnType.TEXT, "text", true, null),
                new Column("channel", ColumnType.TEXT, "text", true, null)),
            List.of("id"),
            List.of()));
    gateway.link(connection, "a", Health.GREEN, 0, List.of(Capability.EXPOSURE));
    publishExposure("full", 2);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            !"QUERY_SCHEMA_UNKNOWN"
                .equals(code(ask(Map.of("question", "why?", "model", "built-in")))));
    models.forget();
  }

  @Test
  void aModelIsShownWhatShortListsHoldAndTheyAreKept() throws Exception {
    CompletableFuture<Response> first = later(QUESTION);
    ExecuteCommand sample = gateway.await(ExecuteCommand.class);
    gateway.answer(sample, OWN, 4, "[\"paid\",null],[\"open\",null],[\"\",null],[null,\"web\"]");
    ends(first);
    CompletableFuture<Response> second = later(QUESTION);
    ends(second);

    assertThat(sample.purpose()).isEqualTo(Execute.MODEL);
    assertThat(sample.exposure()).isEqualTo("full");
    assertThat(sample.asker()).isNotBlank();
    assertThat(sample.limits().maxRows()).isLessThanOrEqualTo(300);
    assertThat(sample.sql())
        .contains("status", "channel", "LIMIT 1000", "LIMIT 21")
        .doesNotContain("email");
    assertThat(models.requests())
        .hasSize(2)
        .allSatisfy(body ->
            assertThat(shown(body))
                .contains(
                    "  status text -- e.g. \"open\", \"paid\"\n",
                    "  channel text -- e.g. \"web\"\n")
                .contains("  customer_email text\n"));
  }

  @Test
  void longListsAndLongTextsAreNotShown() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 21; i++) {
      rows.append("[\"s").append(i).append("\",null],");
    }
    CompletableFuture<Response> asked = later(QUESTION);
    gateway.answer(
        gateway.await(ExecuteCommand.class), OWN, 22, rows + "[null,\"" + "z".repeat(41) + "\"]");
    ends(asked);

    assertThat(shown(models.requests().getFirst()))
        .contains("  status text\n", "  channel text\n")
        .doesNotContain("e.g.", "zzz");
  }

  @Test
  void whatAnAgentMasksIsSaidToBeAShape() throws Exception {
    CompletableFuture<Response> asked = later(QUESTION);
    gateway.answer(
        gateway.await(ExecuteCommand.class),
        NUMBERED,
        3,
        "[\"xxxx\",null],[\"xxxx\",null],[\"x-9\",null]");
    ends(asked);

    assertThat(shown(models.requests().getFirst()))
        .contains("  status text -- x a letter, 9 a digit: \"x-9\", \"xxxx\"\n");
  }

  @Test
  void aSampleThatFailsCostsNoAnswerAndIsNotTriedAgainAtOnce() throws Exception {
    CompletableFuture<Response> asked = later(QUESTION);
    gateway.fail(gateway.await(ExecuteCommand.class), "AGENT_POLICY_REFUSED");
    ends(asked);
    CompletableFuture<Response> again = later(QUESTION);
    ends(again);

    assertThat(shown(models.requests().getFirst())).contains("  status text\n");
  }

  @Test
  void aSampleThatIsLateIsCancelledAndLeftOut() throws Exception {
    CompletableFuture<Response> asked = later(QUESTION);
    ExecuteCommand sample = gateway.await(ExecuteCommand.class);

    CancelCommand cancelled = gateway.await(CancelCommand.class);
    ends(asked);

    assertThat(cancelled.queryId()).isEqualTo(sample.queryId());
    assertThat(shown(models.requests().getFirst())).contains("  status text\n");
  }

  @Test
  void anAgentThatKnowsNoExposureIsAskedForNoSample() throws Exception {
    redis.key().del(io.custard.protocol.event.LinkOwner.key(connection));
    gateway.link(connection, "old", Health.GREEN, 0, List.of());
    await().pollDelay(Duration.ofSeconds(2)).until(() -> true);

    CompletableFuture<Response> asked = later(QUESTION);
    ends(asked);

    assertThat(shown(models.requests().getFirst())).contains("  status text\n");
  }

  @Test
  void atSchemaOnlyNothingIsAskedForAModel() throws Exception {
    publishExposure(null, 3);

    CompletableFuture<Response> asked = later(QUESTION);
    ends(asked);

    assertThat(shown(models.requests().getFirst())).contains("  status text\n");
  }

  /** The next statement is the person's, and it is answered. */
  private void ends(CompletableFuture<Response> asked) throws Exception {
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    assertThat(command.purpose()).isEqualTo(Execute.RESULT);
    gateway.answer(command, ONE, 1, "[1]");
    assertThat(asked.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  private String shown(String body) {
    try {
      return json.readTree(body).path("messages").path(1).path("content").asText();
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
