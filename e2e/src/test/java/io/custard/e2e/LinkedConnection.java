package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/** A connection made for a test, with an agent of its own. */
record LinkedConnection(Api api, String id, String key, AgentProcess agent)
    implements AutoCloseable {

  static JsonNode create(Api api, String name) throws Exception {
    return create(api, Map.of("name", name));
  }

  private static JsonNode create(Api api, Map<String, Object> wanted) throws Exception {
    Api.Answer made = api.post("/api/v1/connections", wanted);
    assertThat(made.status()).isEqualTo(201);
    return made.body();
  }

  /** Returns when the agent is linked, whatever its database says. */
  static LinkedConnection start(Api api, String name, String databaseUrl) throws Exception {
    return start(api, Map.of("name", name), databaseUrl);
  }

  /** With more said of the connection than its name. */
  static LinkedConnection start(Api api, Map<String, Object> wanted, String databaseUrl)
      throws Exception {
    JsonNode made = create(api, wanted);
    String id = made.path("id").asText();
    String key = made.path("agent_key").asText();
    LinkedConnection connection =
        new LinkedConnection(api, id, key, AgentProcess.start(api.edge(), id, key, databaseUrl));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(connection.status().path("linked").asBoolean()).isTrue());
    return connection;
  }

  /** Waits for the schema too, so that questions can be read. */
  LinkedConnection withSchema() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(status().path("schema").path("tables").asInt()).isPositive());
    return this;
  }

  JsonNode status() throws Exception {
    return api.get("/api/v1/connections/" + id + "/status").body();
  }

  @Override
  public void close() throws Exception {
    agent.close();
    api.delete("/api/v1/connections/" + id);
  }
}
