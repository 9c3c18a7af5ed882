package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.TestingTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A connection of its own for each test, its caller, and the gateway at the far end. */
abstract class QueryFixture {
  static final List<ResultColumn> ONE = List.of(new ResultColumn("n", ColumnType.INTEGER));

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject RedisDataSource redis;
  @Inject ObjectMapper json;

  final UUID organisation = UUID.randomUUID();
  final UUID user = UUID.randomUUID();
  final String token = TestingTokens.owner(user, organisation);
  final ConnectionId connection = ConnectionId.random();
  TestingGateway gateway;

  @BeforeEach
  void registered() throws Exception {
    gateway = new TestingGateway(kafka, redis);
    publishConnection(connection);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(code(sql("select 1"))).isNotEqualTo("CONNECTION_NOT_FOUND"));
  }

  @AfterEach
  void close() throws InterruptedException {
    gateway.close();
  }

  void publishConnection(ConnectionId id) throws Exception {
    publish(id, "postgresql", 1, null, null);
  }

  void publish(
      ConnectionId id, String dialect, long version, Boolean cleanRole, List<String> functions)
      throws Exception {
    publish(
        TestingConnections.event(id, organisation, dialect, version, cleanRole, functions, null));
  }

  /** The connection anew, with what a model may see of it; waits until it is known. */
  void publishExposure(String exposure, long version) throws Exception {
    publish(
        TestingConnections.event(
            connection, organisation, "postgresql", version, null, null, exposure));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));
          ExecuteCommand command = gateway.await(ExecuteCommand.class);
          gateway.answer(command, ONE, 1, "[1]");
          asked.join();
          assertThat(command.exposure()).isEqualTo(exposure);
        });
  }

  void publish(ConnectionRegisteredV1 event) throws Exception {
    String id = event.connectionId().toString();
    gateway.publish(Topic.REGISTRY, id, json.writeValueAsBytes(event));
  }

  /** All tables of the connection, as one discovery. */
  void publishSchema(TableDescription... tables) throws Exception {
    List<SchemaEvent> events = new ArrayList<>();
    for (TableDescription table : tables) {
      events.add(new SchemaTableV1(connection, 5, table));
    }
    events.add(new SchemaHeaderV1(connection, 5, tables.length, "f", null, null));
    for (SchemaEvent event : events) {
      gateway.publish(
          Topic.SCHEMAS,
          connection.toString(),
          json.writerFor(SchemaEvent.class).writeValueAsBytes(event));
    }
  }

  /** A table whose columns are all integers and its first one the key. */
  static TableDescription table(
      String name, String comment, List<String> columns, ForeignKey... keys) {
    return new TableDescription(
        "public",
        name,
        TableDescription.TABLE,
        comment,
        10,
        columns.stream()
            .map(column -> new Column(column, ColumnType.INTEGER, "integer", false, null))
            .toList(),
        List.of(columns.getFirst()),
        List.of(keys));
  }

  Response sql(String sql) {
    return ask(Map.of("sql", sql));
  }

  Response ask(Map<String, Object> question) {
    return askOf(connection, question);
  }

  Response askOf(ConnectionId of, Map<String, Object> question) {
    Map<String, Object> body = new java.util.HashMap<>(question);
    body.put("connection_id", of.toString());
    return post(token, body);
  }

  CompletableFuture<Response> later(Map<String, Object> question) {
    return CompletableFuture.supplyAsync(() -> ask(question), Thread::startVirtualThread);
  }

  static Response post(String bearer, Map<String, Object> body) {
    return given()
        .header("Authorization", "Bearer " + bearer)
        .contentType("application/json")
        .body(body)
        .post("/api/v1/query");
  }

  static String code(Response response) {
    return response.path("code");
  }
}
