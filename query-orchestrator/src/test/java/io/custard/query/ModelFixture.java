package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.custard.testkit.TestingTokens;
import io.custard.testkit.openai.Reply;
import io.custard.testkit.openai.Script;
import io.custard.testkit.openai.TestingModels;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A connection with a schema, the installation's model, and an endpoint of the organisation's. */
abstract class ModelFixture extends QueryFixture {
  static final String SIMPLE = "How many parrots are there?";
  static final String HARD = "Which parrot would make the best accountant?";
  static final String KEY = "sk-own-canary-1";

  final TestingModels installed = ScriptedModels.models();
  final TestingModels endpoint = TestingModels.start(drafted(), KEY);
  final String stranger = TestingTokens.owner(UUID.randomUUID(), UUID.randomUUID());

  @BeforeEach
  void linkedWithSchema() throws Exception {
    gateway.link(connection);
    publishSchema(table("parrots", null, List.of("parrot_id", "weight")));
    installed.play(drafted());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            !"QUERY_SCHEMA_UNKNOWN"
                .equals(code(ask(Map.of("question", "why?", "model", "built-in")))));
    installed.forget();
  }

  @AfterEach
  void closed() {
    endpoint.close();
  }

  static Script drafted() {
    return Script.always(
        new Reply.Text(
            """
            {"outcome":"sql","sql":"delete from parrots","reading":"","sentence":"","reason":""}\
            """));
  }

  /** A model of the organisation, at its endpoint. */
  Map<String, Object> own(String name) {
    return new HashMap<>(
        Map.of(
            "name",
            name,
            "base_url",
            endpoint.url(),
            "model",
            "m-1",
            "api_key",
            KEY,
            "timeout_seconds",
            2));
  }

  Response add(Map<String, Object> model) {
    return send(token, "POST", "", model);
  }

  static Response send(String bearer, String method, String path, Object body) {
    return given()
        .header("Authorization", "Bearer " + bearer)
        .contentType("application/json")
        .body(body)
        .request(method, "/api/v1/models" + path);
  }

  static Response get(String bearer, String path) {
    return given().header("Authorization", "Bearer " + bearer).get("/api/v1/models" + path);
  }

  String member(String role) {
    return TestingTokens.valid(UUID.randomUUID(), organisation, role);
  }
}
