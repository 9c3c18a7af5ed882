package io.custard.connection.manage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class ConnectionResourceTest {
  private final DataSource database;
  private final TestingTopics topics;
  private final ObjectMapper json;
  private final TestingOwner owner = TestingOwner.fresh();

  ConnectionResourceTest(DataSource database, TestingTopics topics, ObjectMapper json) {
    this.database = database;
    this.topics = topics;
    this.json = json;
  }

  @Test
  void createdConnectionIsListedAndShown() {
    Response created = owner.creates(Map.of("name", "  Shop  "));
    String id = created.path("id");

    assertThat(created.statusCode()).isEqualTo(201);
    owner
        .sees("", "")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(id)))
        .body("items[0].name", equalTo("Shop"))
        .body("items[0].dialect", equalTo("postgresql"))
        .body("items[0].created_at", equalTo(created.path("created_at")))
        .body("items[0].status", equalTo("unlinked"));
    owner.sees(id, "").then().statusCode(200).body("name", equalTo("Shop"));
  }

  @Test
  void keyIsShownOnceAndOnlyItsHashIsStored() throws Exception {
    Response created = owner.creates(Map.of("name", "Shop"));
    String shown = created.path("agent_key");
    AgentKey key = AgentKey.parse(shown).orElseThrow();

    assertThat(stored("select sha256 from connection.agent_key where key_id = ?", key.keyId()))
        .isEqualTo(key.sha256());
    assertThat(stored("select string_agg(k::text, ' ') from connection.agent_key k"))
        .doesNotContain(shown);
    owner.sees(created.path("id"), "").then().body("agent_key", nullValue());
    assertThat(owner.sees("", "").asString()).doesNotContain(shown);
  }

  @Test
  void commandIsReadyToPaste() {
    Response created = owner.creates(Map.of("name", "Shop"));

    assertThat(created.path("agent_command").toString())
        .isEqualTo(
            "CUSTARD_GATEWAY=ws://localhost:8080/api/v1/connections/ws/%s CUSTARD_KEY=%s "
                    .formatted(created.path("id"), created.path("agent_key"))
                + "DB_URL=postgresql://USER:PASSWORD@HOST:5432/DATABASE ./custard agent run");
  }

  @Test
  void creationIsPublishedWithTheKeysHash() {
    Response created = owner.creates(Map.of("name", "Shop"));

    ConnectionRegisteredV1 event = published(created.path("id"), 1).getFirst();

    assertThat(event.organisationId().value()).isEqualTo(owner.organisation());
    assertThat(event.name()).isEqualTo("Shop");
    assertThat(event.deleted()).isFalse();
    assertThat(event.keys()).hasSize(1);
    AgentKey key = AgentKey.parse(created.path("agent_key")).orElseThrow();
    assertThat(key.matches(event.keys().getFirst().sha256())).isTrue();
    assertThat(event.keys().getFirst().revoked()).isFalse();
  }

  @Test
  void cleanRoleIsRequiredOnlyWhenSomebodySaysSo() {
    Response plain = owner.creates(Map.of("name", "Shop"));
    Response strict = owner.creates(Map.of("name", "Clinic", "require_clean_role", true));

    plain.then().statusCode(201).body("require_clean_role", equalTo(false));
    strict.then().statusCode(201).body("require_clean_role", equalTo(true));
    owner.sees(strict.path("id"), "").then().body("require_clean_role", equalTo(true));
    assertThat(published(plain.path("id"), 1).getFirst().requireCleanRole()).isNull();
    assertThat(published(strict.path("id"), 1).getFirst().requireCleanRole()).isTrue();
  }

  @Test
  void aModelSeesNoValueUntilSomebodySaysHowMuch() {
    Response plain = owner.creates(Map.of("name", "Shop"));
    String id = plain.path("id");
    Response masked = owner.creates(Map.of("name", "Clinic", "exposure", "masked"));

    plain.then().statusCode(201).body("exposure", equalTo("schema_only"));
    masked.then().statusCode(201).body("exposure", equalTo("masked"));
    owner.sees(id, "").then().body("exposure", equalTo("schema_only"));
    assertThat(published(id, 1).getFirst().exposure()).isNull();
    assertThat(published(masked.path("id"), 1).getFirst().exposure()).isEqualTo("masked");

    changes(owner, id, Map.of("exposure", "full"))
        .then()
        .statusCode(200)
        .body("exposure", equalTo("full"));
    changes(owner, id, Map.of("name", "Till")).then().body("exposure", equalTo("full"));

    assertThat(published(id, 3).getLast().exposure()).isEqualTo("full");
    changes(owner, id, Map.of("exposure", "schema_only"))
        .then()
        .body("exposure", equalTo("schema_only"));
    assertThat(published(id, 4).getLast().exposure()).isNull();
  }

  @Test
  void anExposureThatIsNoneOrFromAStrangerIsRefused() {
    String id = owner.hasConnection();

    owner
        .creates(Map.of("name", "Shop", "exposure", "everything"))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("exposure"));
    changes(owner, id, Map.of("exposure", "FULL"))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("exposure"));
    changes(TestingOwner.fresh(), id, Map.of("exposure", "full")).then().statusCode(404);
    owner.sees(id, "").then().body("exposure", equalTo("schema_only"));
  }

  @Test
  void changeIsShownAndPublishedAndWhatIsAbsentStays() {
    String id = owner.hasConnection();

    changes(owner, id, Map.of("require_clean_role", true))
        .then()
        .statusCode(200)
        .body("name", equalTo("Shop"))
        .body("require_clean_role", equalTo(true));
    changes(owner, id, Map.of("name", " Till "))
        .then()
        .statusCode(200)
        .body("name", equalTo("Till"))
        .body("require_clean_role", equalTo(true));

    ConnectionRegisteredV1 last = published(id, 3).getLast();
    assertThat(last.version()).isEqualTo(3);
    assertThat(last.name()).isEqualTo("Till");
    assertThat(last.requireCleanRole()).isTrue();
    assertThat(last.keys()).hasSize(1);
  }

  @Test
  void functionsOfTheOwnerAreShownPublishedAndReplacedAsAWhole() {
    Response made =
        owner.creates(Map.of("name", "Shop", "allowed_functions", List.of("sales.net", "age_of")));
    String id = made.path("id");
    made.then().statusCode(201).body("allowed_functions", contains("sales.net", "age_of"));
    changes(owner, id, Map.of("allowed_functions", List.of("age_of")))
        .then()
        .statusCode(200)
        .body("allowed_functions", contains("age_of"));
    changes(owner, id, Map.of("allowed_functions", List.of("drop table t")))
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));

    assertThat(published(id, 2).getFirst().allowedFunctions())
        .containsExactly("sales.net", "age_of");
    assertThat(published(id, 2).getLast().allowedFunctions()).containsExactly("age_of");
  }

  @Test
  void changeOfAStrangerOrWithAWrongNameIsRefused() {
    String id = owner.hasConnection();

    changes(TestingOwner.fresh(), id, Map.of("require_clean_role", false))
        .then()
        .statusCode(404)
        .body("code", equalTo("CONNECTION_NOT_FOUND"));
    changes(owner, id, Map.of("name", "  "))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("name"));
    owner.sees(id, "").then().body("name", equalTo("Shop"));
  }

  @Test
  void deletingPublishesTheRevocation() throws Exception {
    String id = owner.hasConnection();

    owner.asks().delete("/api/v1/connections/" + id).then().statusCode(204);

    ConnectionRegisteredV1 last = published(id, 2).getLast();
    assertThat(last.deleted()).isTrue();
    assertThat(last.version()).isEqualTo(2);
    assertThat(last.keys()).hasSize(1).allMatch(ConnectionRegisteredV1.KeyHash::revoked);
    assertThat(
            stored(
                "select revoked::text from connection.agent_key where connection_id::text = ?", id))
        .isEqualTo("true");
  }

  @Test
  void deletedConnectionIsGoneEverywhere() {
    String id = owner.hasConnection();

    owner.asks().delete("/api/v1/connections/" + id).then().statusCode(204);

    owner.sees("", "").then().body("items.id", not(hasItem(id)));
    for (String what : List.of("", "/status", "/schema")) {
      owner.sees(id, what).then().statusCode(404).body("code", equalTo("CONNECTION_NOT_FOUND"));
    }
    owner.asks().delete("/api/v1/connections/" + id).then().statusCode(404);
  }

  @Test
  void connectionIsDeletedOnceByTwoAtOnce() {
    String id = owner.hasConnection();

    var attempts =
        Stream.generate(() ->
                CompletableFuture.supplyAsync(
                    () -> owner.asks().delete("/api/v1/connections/" + id).statusCode()))
            .limit(3)
            .toList();

    assertThat(attempts.stream().map(CompletableFuture::join).toList())
        .containsExactlyInAnyOrder(204, 404, 404);
    assertThat(published(id, 2))
        .extracting(ConnectionRegisteredV1::version)
        .containsExactly(1L, 2L);
  }

  @Test
  void anotherOrganisationsConnectionIsNotFound() {
    String id = owner.hasConnection();
    TestingOwner stranger = TestingOwner.fresh();

    for (String what : List.of("", "/status", "/schema")) {
      stranger
          .sees(id, what)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("CONNECTION_NOT_FOUND"));
    }
    stranger.asks().delete("/api/v1/connections/" + id).then().statusCode(404);
    stranger.sees("", "").then().body("items", equalTo(List.of()));
    owner.sees(id, "").then().statusCode(200);
  }

  @Test
  void malformedIdIsNotFound() {
    owner
        .sees("not-an-id", "")
        .then()
        .statusCode(404)
        .body("code", equalTo("CONNECTION_NOT_FOUND"));
  }

  @Test
  void anotherDialectIsRefusedWithASentence() {
    owner
        .creates(Map.of("name", "Shop", "dialect", "oracle"))
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"))
        .body("violations.field", hasItems("dialect"))
        .body("violations[0].message", startsWith("the dialect is one of postgresql, mysql"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\u0000b", "two\nlines"})
  void nameThatCannotBeShownIsRefused(String name) {
    owner
        .creates(Map.of("name", name))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("name"));
  }

  @Test
  void nameOfAHundredCharactersIsTheLongest() {
    assertThat(owner.creates(Map.of("name", "x".repeat(100))).statusCode()).isEqualTo(201);
    assertThat(owner.creates(Map.of("name", "x".repeat(101))).statusCode()).isEqualTo(400);
  }

  @Test
  void oversizedBodyIsAProblem() {
    owner
        .creates(Map.of("name", "x".repeat(300_000)))
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("REQUEST_TOO_LARGE"));
  }

  @Test
  void requestWithoutATokenIsRefusedBeforeItsBodyIsRead() {
    given()
        .contentType(ContentType.JSON)
        .body("{")
        .post("/api/v1/connections")
        .then()
        .statusCode(401)
        .body("code", equalTo("AUTH_REQUIRED"));
  }

  @Test
  void tokensThatAreNotOursAreRefused() {
    UUID user = UUID.randomUUID();
    for (String token :
        List.of(
            TestingTokens.wrongIssuer(user, owner.organisation()),
            TestingTokens.wrongAudience(user, owner.organisation()),
            TestingTokens.expired(user, owner.organisation()),
            TestingTokens.otherKey(user, owner.organisation()))) {
      given()
          .auth()
          .oauth2(token)
          .get("/api/v1/connections")
          .then()
          .statusCode(401)
          .body("code", equalTo("AUTH_TOKEN_INVALID"));
    }
  }

  private static Response changes(TestingOwner by, String id, Map<String, ?> body) {
    return by.asks().contentType(ContentType.JSON).body(body).patch("/api/v1/connections/" + id);
  }

  private List<ConnectionRegisteredV1> published(String id, int atLeast) {
    return await()
        .until(() -> topics.read(Topic.REGISTRY, id), found -> found.size() >= atLeast)
        .stream()
        .map(this::event)
        .toList();
  }

  private ConnectionRegisteredV1 event(String text) {
    assertThat(text).contains("\"connectionId\"", "\"organisationId\"");
    try {
      return json.readValue(text, ConnectionRegisteredV1.class);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String stored(String sql, String... values) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
