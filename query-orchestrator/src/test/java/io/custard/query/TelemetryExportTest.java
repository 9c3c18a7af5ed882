package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.openai.Reply;
import io.custard.testkit.openai.Script;
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

/** What really leaves for a back end, byte by byte, when a model answers a question. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
@QuarkusTestResource(value = ScriptedModels.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = TestingCollector.class, restrictToAnnotatedClass = true)
class TelemetryExportTest extends QueryFixture {
  @Test
  void aModelsCallIsTracedAndMeasuredAndNothingOfItsContent() throws Exception {
    gateway.link(connection);
    publishSchema(table("parrots", "canary-comment", List.of("parrot_id", "weight")));
    ScriptedModels.models()
        .play(
            Script.always(
                new Reply.Text(
                    "{\"outcome\":\"sql\",\"sql\":\"select 'canary-sql' as n from parrots\","
                        + "\"reading\":\"canary-reading\",\"sentence\":\"\"}")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            !"QUERY_SCHEMA_UNKNOWN"
                .equals(code(ask(Map.of("question", "why?", "model", "built-in")))));

    CompletableFuture<Response> asked =
        later(Map.of("question", "Which canary-question parrot is the best accountant?"));
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[\"canary-row\"]");
    assertThat(asked.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(TestingCollector.received())
                .contains("chat scripted-1", "gen_ai.usage.input_tokens", "POST /api/v1/query"));
    assertThat(TestingCollector.received())
        .doesNotContainIgnoringCase("canary")
        .doesNotContain("accountant", token, ScriptedModels.KEY, user.toString());
    assertThat(given().get("/q/metrics").body().asString())
        .contains("gen_ai_client_token_usage", "gen_ai_client_operation_duration_seconds")
        .contains("gen_ai_request_model=\"scripted\"")
        .doesNotContainIgnoringCase("canary")
        .doesNotContain(organisation.toString(), user.toString());
  }
}
