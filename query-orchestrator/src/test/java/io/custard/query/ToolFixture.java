package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription.ForeignKey;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A connection with two tables, and calls of tools. */
abstract class ToolFixture extends QueryFixture {
  /** Its quotes are of three dialects. */
  static final String HOSTILE = "fea\"thers`]; DROP TABLE parrots; --";

  @BeforeEach
  void linkedWithSchema() throws Exception {
    gateway.link(connection);
    publishSchema(
        table("parrots", "birds", List.of("parrot_id", "weight")),
        table(
            HOSTILE,
            null,
            List.of("feather_id", "parrot_id"),
            new ForeignKey(List.of("parrot_id"), "public", "parrots", List.of("parrot_id"))));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(tool(token, "list_tables", Map.of()).statusCode()).isEqualTo(200));
  }

  Response tool(String bearer, String name, Map<String, ?> arguments) {
    return tool(bearer, name, arguments, null);
  }

  Response tool(String bearer, String name, Map<String, ?> arguments, @Nullable String approval) {
    Map<String, Object> all = new HashMap<>(arguments);
    if (!name.equals("list_connections")) {
      all.putIfAbsent("connection_id", connection.toString());
    }
    return call(bearer, Map.of("tool", name, "arguments", all), approval);
  }

  static Response call(String bearer, Map<String, ?> body, @Nullable String approval) {
    var request =
        given()
            .header("Authorization", "Bearer " + bearer)
            .contentType("application/json")
            .body(body);
    if (approval != null) {
      request.header("Custard-Approval", approval);
    }
    return request.post("/api/v1/tools/execute");
  }

  Response on(String bearer, ConnectionId of, String name, Map<String, ?> arguments) {
    Map<String, Object> all = new HashMap<>(arguments);
    all.put("connection_id", of.toString());
    return tool(bearer, name, all);
  }

  CompletableFuture<Response> later(String bearer, String name, Map<String, ?> arguments) {
    return later(bearer, name, arguments, null);
  }

  CompletableFuture<Response> later(
      String bearer, String name, Map<String, ?> arguments, @Nullable String approval) {
    return CompletableFuture.supplyAsync(
        () -> tool(bearer, name, arguments, approval), Thread::startVirtualThread);
  }

  static List<String> names(String bearer) {
    return given().auth().oauth2(bearer).get("/api/v1/tools").path("items.name");
  }
}
