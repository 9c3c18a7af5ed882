package io.custard.connection.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.LinkId;
import io.custard.protocol.TableDescription;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class StatusEventsTest {
  private final TestingTopics topics;
  private final TestingOwner owner = TestingOwner.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
  private String connection;

  @TestHTTPResource("/api/v1/connections/")
  URI connections;

  StatusEventsTest(TestingTopics topics) {
    this.topics = topics;
  }

  @BeforeEach
  void createConnection() {
    connection = owner.hasConnection();
  }

  @AfterEach
  void hangUp() {
    http.shutdownNow();
  }

  @Test
  void streamBeginsWithASnapshotAndTellsAChangeWithinTwoSeconds() {
    watch(connection + "/status/events");
    await().until(() -> has("event:snapshot"));
    assertThat(lines).anyMatch(line -> line.startsWith("id:"));
    assertThat(data("snapshot")).contains("\"items\":[{\"id\":\"" + connection + "\"");

    link(connection);

    await().atMost(Duration.ofSeconds(4)).until(() -> has("event:status"));
    assertThat(data("status")).contains("\"linked\":true", "\"lamps\":{\"link\"");
  }

  @Test
  void driftIsTold() {
    discover(1_790_000_000_000L, "f1", "customers");
    watch(connection + "/status/events");
    await().until(() -> has("event:snapshot"));

    discover(1_790_000_000_001L, "f2", "orders");

    await().until(() -> has("event:drift"));
    assertThat(data("drift"))
        .contains("\"connection_id\":\"" + connection + "\"", "\"kind\":\"table-added\"");
  }

  @Test
  void organisationsStreamTellsOfEachOfItsConnectionsAndOfNobodyElses() {
    TestingOwner stranger = TestingOwner.fresh();
    String foreign = stranger.hasConnection();
    watch("status/events");
    await().until(() -> has("event:snapshot"));

    link(foreign);
    String another = owner.hasConnection();
    link(another);
    await().until(() -> lines.stream().anyMatch(line -> line.contains(another)));
    owner.asks().delete("/api/v1/connections/" + connection).then().statusCode(204);

    await().until(() -> has("event:removed"));
    assertThat(data("removed")).isEqualTo("{\"id\":\"" + connection + "\"}");
    assertThat(lines).noneMatch(line -> line.contains(foreign));
  }

  @Test
  void streamOfADeletedConnectionEnds() {
    watch(connection + "/status/events");
    await().until(() -> has("event:snapshot"));

    owner.asks().delete("/api/v1/connections/" + connection).then().statusCode(204);

    await().until(() -> ended.isDone());
    assertThat(lines).anyMatch(line -> line.equals("event:removed"));
  }

  @Test
  void strangerOpensNoStream() {
    TestingOwner.fresh()
        .asks()
        .accept("text/event-stream")
        .get("/api/v1/connections/" + connection + "/status/events")
        .then()
        .statusCode(404)
        .body("code", equalTo("CONNECTION_NOT_FOUND"));
    owner.asks().get("/api/v1/connections/no-id/status/events").then().statusCode(404);
  }

  @Test
  void withoutATokenThereIsNoStream() {
    for (String path : List.of(connection + "/status/events", "status/events")) {
      io.restassured.RestAssured.given()
          .get("/api/v1/connections/" + path)
          .then()
          .statusCode(401)
          .body("code", equalTo("AUTH_REQUIRED"));
    }
  }

  private void watch(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(connections.resolve(path))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", "1-1")
            .header(
                "Authorization",
                "Bearer " + TestingTokens.owner(owner.user(), owner.organisation()))
            .build();
    ended =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
            .thenAcceptAsync(response -> response.body().forEach(lines::add));
  }

  private boolean has(String line) {
    int at = lines.indexOf(line);
    return at >= 0 && lines.subList(at, lines.size()).stream().anyMatch(String::isEmpty);
  }

  /** Of the first event with this name. */
  private String data(String event) {
    return lines.subList(lines.indexOf("event:" + event), lines.size()).stream()
        .filter(line -> line.startsWith("data:"))
        .findFirst()
        .orElseThrow()
        .substring("data:".length());
  }

  private void link(String id) {
    topics.send(
        Topic.LINKS,
        id,
        new AgentLinkedV1(
            ConnectionId.fromString(id),
            "one",
            LinkId.random(),
            new EngineDescription("postgresql", "17"),
            "0.1.0",
            System.currentTimeMillis(),
            null,
            null,
            null));
  }

  private void discover(long version, String fingerprint, String table) {
    ConnectionId id = ConnectionId.fromString(connection);
    TableDescription description =
        new TableDescription(
            "public", table, TableDescription.TABLE, null, 1, List.of(), List.of(), List.of());
    topics.send(Topic.SCHEMAS, connection, new SchemaTableV1(id, version, description));
    topics.send(
        Topic.SCHEMAS, connection, new SchemaHeaderV1(id, version, 1, fingerprint, null, null));
    await()
        .untilAsserted(() ->
            owner
                .sees(connection, "/status")
                .then()
                .body("schema.fingerprint", equalTo(fingerprint)));
  }
}
