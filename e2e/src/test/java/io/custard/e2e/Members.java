package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A connection made for a test, with any number of agents of its own. */
final class Members implements AutoCloseable {
  private static final Duration LINKED = Duration.ofSeconds(40);

  private final Api api;
  private final String id;
  private final String key;
  private final String databaseUrl;
  private final List<AgentProcess> agents = new ArrayList<>();

  private Members(Api api, JsonNode made, String databaseUrl) {
    this.api = api;
    this.id = made.path("id").asText();
    this.key = made.path("agent_key").asText();
    this.databaseUrl = databaseUrl;
  }

  /** Without any agent. */
  static Members none(Api api, String name, String databaseUrl) throws Exception {
    return new Members(api, LinkedConnection.create(api, name), databaseUrl);
  }

  /** With so many agents, all of them linked. */
  static Members start(Api api, String name, String databaseUrl, int count) throws Exception {
    Members members = none(api, name, databaseUrl);
    for (int i = 0; i < count; i++) {
      members.add();
    }
    members.awaitLinked(count);
    return members;
  }

  Api api() {
    return api;
  }

  String id() {
    return id;
  }

  String key() {
    return key;
  }

  AgentProcess agent(int index) {
    return agents.get(index);
  }

  AgentProcess add() throws Exception {
    return addThrough(api.edge(), key);
  }

  /** One more that dials another address than the edge's own, with this key. */
  AgentProcess addThrough(URI edge, String withKey) throws Exception {
    AgentProcess agent = AgentProcess.start(edge, id, withKey, databaseUrl);
    agents.add(agent);
    return agent;
  }

  /** Kills one, as a crash would, and starts another in its place. */
  void replace(int index) throws Exception {
    agents.get(index).kill();
    agents.set(index, AgentProcess.start(api.edge(), id, key, databaseUrl));
  }

  Api.Answer sql(String sql) throws Exception {
    return api.sql(id, sql);
  }

  Api.Answer sql(String sql, int seconds) throws Exception {
    return api.post(
        "/api/v1/query", Map.of("connection_id", id, "sql", sql, "timeout_seconds", seconds));
  }

  JsonNode status() throws Exception {
    return api.get("/api/v1/connections/" + id + "/status").body();
  }

  List<JsonNode> agentsShown() throws Exception {
    return StreamSupport.stream(status().path("agents").spliterator(), false).toList();
  }

  /** The agents that are shown with all lamps green. */
  List<JsonNode> working() throws Exception {
    return agentsShown().stream().filter(Members::allGreen).toList();
  }

  private static boolean allGreen(JsonNode agent) {
    JsonNode lamps = agent.path("lamps");
    return Stream.of("link", "loop", "database")
        .allMatch(lamp -> lamps.path(lamp).path("state").asText().equals("green"));
  }

  void awaitLinked(int count) {
    await()
        .atMost(LINKED)
        .untilAsserted(() -> assertThat(working()).as("agents that work").hasSize(count));
  }

  @Override
  public void close() throws Exception {
    for (AgentProcess agent : agents) {
      agent.kill();
    }
    for (AgentProcess agent : agents) {
      agent.close();
    }
    api.delete("/api/v1/connections/" + id);
  }
}
