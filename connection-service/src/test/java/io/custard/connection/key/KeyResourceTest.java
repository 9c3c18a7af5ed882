package io.custard.connection.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.custard.protocol.event.ConnectionRegisteredV1.KeyHash;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class KeyResourceTest {
  private final TestingTopics topics;
  private final ObjectMapper json;
  private final TestingOwner owner = TestingOwner.fresh();
  private String connection;

  KeyResourceTest(TestingTopics topics, ObjectMapper json) {
    this.topics = topics;
    this.json = json;
  }

  @BeforeEach
  void createConnection() {
    connection = owner.hasConnection();
  }

  @Test
  void secondKeyIsShownOnceWithTheCommandThatUsesIt() {
    Response created = creates(owner);

    created.then().statusCode(201);
    String text = created.path("agent_key");
    assertThat(AgentKey.parse(text).orElseThrow().keyId())
        .isEqualTo(created.<String>path("key_id"));
    assertThat(created.<String>path("agent_command"))
        .contains("CUSTARD_KEY=" + text, "/" + connection);
    Response listed = owner.sees(connection, "/keys");
    listed
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].key_id", equalTo(created.path("key_id")))
        .body("items[0].created_at", equalTo(created.path("created_at")))
        .body("items[0].last_used_at", nullValue())
        .body("items[0].revoked_at", nullValue())
        .body("items[0].in_use", equalTo(0));
    assertThat(listed.asString()).doesNotContain(text, AgentKey.parse(text).orElseThrow().sha256());
  }

  @Test
  void thirdValidKeyIsRefusedUntilOneIsRevoked() {
    String second = creates(owner).path("key_id");

    creates(owner).then().statusCode(409).body("code", equalTo("CONNECTION_KEY_LIMIT"));
    revokes(owner, second).then().statusCode(204);

    creates(owner).then().statusCode(201);
    owner.sees(connection, "/keys").then().body("items", hasSize(3));
  }

  @Test
  void ofManyKeysMadeAtOnceOnlyOneSucceeds() {
    List<CompletableFuture<Integer>> attempts =
        Stream.generate(() ->
                CompletableFuture.supplyAsync(
                    () -> creates(owner).statusCode(), Thread::startVirtualThread))
            .limit(6)
            .toList();

    assertThat(attempts.stream().map(CompletableFuture::join).toList())
        .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    owner.sees(connection, "/keys").then().body("items", hasSize(2));
  }

  @Test
  void revocationIsPublishedOnceAtOnceAndMayBeSaidAgain() {
    String second = creates(owner).path("key_id");

    revokes(owner, second).then().statusCode(204);
    revokes(owner, second).then().statusCode(204);

    ConnectionRegisteredV1 last = registered(3).getLast();
    assertThat(last.version()).isEqualTo(3);
    assertThat(last.keys()).hasSize(2);
    assertThat(last.keys().stream().filter(KeyHash::revoked).map(KeyHash::keyId))
        .containsExactly(second);
    owner
        .sees(connection, "/keys")
        .then()
        .body("items.find { it.key_id == '" + second + "' }.revoked_at", notNullValue());
    assertThat(registered(3)).hasSize(3);
  }

  @Test
  void keyOfAnotherConnectionIsNotFoundAndStaysValid() {
    TestingOwner stranger = TestingOwner.fresh();
    String foreign = stranger.hasConnection();
    String foreignKey = stranger.sees(foreign, "/keys").path("items[0].key_id");

    for (String key : List.of(foreignKey, "0000000000000000", "x")) {
      revokes(owner, key).then().statusCode(404).body("code", equalTo("CONNECTION_KEY_NOT_FOUND"));
    }
    stranger.sees(foreign, "/keys").then().body("items[0].revoked_at", nullValue());
  }

  @Test
  void strangerSeesAndChangesNoKeys() {
    TestingOwner stranger = TestingOwner.fresh();
    String key = owner.sees(connection, "/keys").path("items[0].key_id");

    for (Response answer :
        List.of(stranger.sees(connection, "/keys"), creates(stranger), revokes(stranger, key))) {
      answer.then().statusCode(404).body("code", equalTo("CONNECTION_NOT_FOUND"));
    }
    owner
        .sees(connection, "/keys")
        .then()
        .body("items", hasSize(1))
        .body("items[0].revoked_at", nullValue());
  }

  @Test
  void keyThatALinkWasOpenedWithIsInUse() {
    String key = owner.sees(connection, "/keys").path("items[0].key_id");

    topics.send(Topic.LINKS, connection, linkedWith(connection, key));

    await()
        .untilAsserted(() ->
            owner
                .sees(connection, "/keys")
                .then()
                .body("items[0].in_use", equalTo(1))
                .body("items[0].last_used_at", notNullValue()));
  }

  @Test
  void useOfAnotherConnectionsKeyMarksNothing() {
    TestingOwner stranger = TestingOwner.fresh();
    String foreign = stranger.hasConnection();
    String key = owner.sees(connection, "/keys").path("items[0].key_id");

    topics.send(Topic.LINKS, foreign, linkedWith(foreign, key));

    await()
        .untilAsserted(() -> stranger.sees(foreign, "/status").then().body("agents", hasSize(1)));
    owner.sees(connection, "/keys").then().body("items[0].last_used_at", nullValue());
  }

  @Test
  void everyDeedIsAuditedWithWhoDidItAndFromWhere() {
    String key = creates(owner).path("key_id");
    revokes(owner, key);
    owner.asks().delete("/api/v1/connections/" + connection).then().statusCode(204);

    String organisation = owner.organisation().toString();
    List<AuditEventV1> events =
        await()
            .until(() -> topics.read(Topic.AUDIT, organisation), found -> found.size() >= 4)
            .stream()
            .map(this::audit)
            .toList();

    assertThat(events)
        .extracting(AuditEventV1::action)
        .containsExactly("connection.created", "key.created", "key.revoked", "connection.deleted");
    assertThat(events)
        .allSatisfy(event -> {
          assertThat(event.actor()).isEqualTo("user:" + owner.user());
          assertThat(event.outcome()).isEqualTo("OK");
          assertThat(event.connectionId()).hasToString(connection);
          assertThat(event.address()).isEqualTo("127.0.0.1");
        });
    assertThat(events.get(2).details()).containsEntry("key", key);
  }

  private Response creates(TestingOwner by) {
    return by.asks().post("/api/v1/connections/" + connection + "/keys");
  }

  private Response revokes(TestingOwner by, String key) {
    return by.asks().delete("/api/v1/connections/" + connection + "/keys/" + key);
  }

  private static AgentLinkedV1 linkedWith(String connection, String key) {
    return new AgentLinkedV1(
        ConnectionId.fromString(connection),
        "one",
        LinkId.random(),
        new EngineDescription("postgresql", "17"),
        "0.1.0",
        System.currentTimeMillis(),
        key,
        null,
        null);
  }

  private List<ConnectionRegisteredV1> registered(int atLeast) {
    return await()
        .until(() -> topics.read(Topic.REGISTRY, connection), found -> found.size() >= atLeast)
        .stream()
        .map(text -> read(text, ConnectionRegisteredV1.class))
        .toList();
  }

  private AuditEventV1 audit(String text) {
    return read(text, AuditEventV1.class);
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
