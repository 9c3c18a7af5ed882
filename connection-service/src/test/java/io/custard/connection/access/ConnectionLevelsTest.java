package io.custard.connection.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.connection.TestingTopics;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.custard.protocol.event.OrganisationV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class ConnectionLevelsTest {
  private static final List<String> READS =
      List.of("", "/status", "/status/events", "/schema/drift");

  private final TestingTopics topics;
  private final ObjectMapper json;
  private final UUID organisation = UUID.randomUUID();
  private final TestingPerson owner = TestingPerson.in(organisation, "owner");
  private final TestingPerson admin = TestingPerson.in(organisation, "admin");
  private final TestingPerson analyst = TestingPerson.in(organisation, "analyst");
  private final TestingPerson viewer = TestingPerson.in(organisation, "viewer");

  ConnectionLevelsTest(TestingTopics topics, ObjectMapper json) {
    this.topics = topics;
    this.json = json;
  }

  @Test
  void everybodySeesTheLevelTheyHave() {
    String id = made("members");

    owner.sees(id, "").then().body("my_level", equalTo("manage"));
    admin.sees(id, "").then().body("my_level", equalTo("manage"));
    analyst.sees(id, "").then().body("my_level", equalTo("sql"));
    viewer.sees(id, "").then().body("my_level", equalTo("ask")).body("open_to", equalTo("members"));
    viewer.sees("", "").then().body("items.my_level", equalTo(List.of("ask")));
  }

  @Test
  void viewersAndAnalystsManageNothing() {
    String id = made("members");

    for (TestingPerson person : List.of(viewer, analyst)) {
      refused(person.asks().body(Map.of("name", "Mine")).post("/api/v1/connections"));
      refused(person.asks().body(Map.of("name", "Mine")).patch("/api/v1/connections/" + id));
      refused(person.asks().delete("/api/v1/connections/" + id));
      refused(person.sees(id, "/keys"));
      refused(person.asks().post("/api/v1/connections/" + id + "/keys"));
      refused(person.asks().delete("/api/v1/connections/" + id + "/keys/0011223344556677"));
      refused(person.asks().post("/api/v1/connections/" + id + "/test"));
      refused(person.asks().post("/api/v1/connections/" + id + "/refresh-schema"));
      refused(person.sees(id, "/grants"));
      refused(person.grants(id, person, "manage"));
      refused(person.asks().get("/api/v1/audit"));
      refused(person.asks().get("/api/v1/audit/export"));
    }
    owner.sees(id, "").then().statusCode(200).body("name", equalTo("Shop"));
    owner.sees(id, "/keys").then().body("items", hasSize(1));
  }

  @Test
  void whatIsOpenToTheGrantedDoesNotExistForTheOthers() {
    String id = made("granted");

    for (String read : READS) {
      absent(analyst.sees(id, read));
    }
    absent(analyst.asks().body(Map.of("name", "Mine")).patch("/api/v1/connections/" + id));
    absent(analyst.asks().delete("/api/v1/connections/" + id));
    analyst.sees("", "").then().statusCode(200).body("items", empty());
    admin.sees("", "").then().body("items.id", hasItem(id));
  }

  @Test
  void aGrantGivesWhatTheRoleDoesNotAndTakesWhatItDoes() {
    String id = made("granted");
    String open = made("members");
    member(viewer);
    member(analyst);

    owner.grants(id, viewer, "manage").then().statusCode(200).body("level", equalTo("manage"));
    owner.grants(open, analyst, "none").then().statusCode(200);

    viewer
        .asks()
        .body(Map.of("name", "Till"))
        .patch("/api/v1/connections/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("Till"))
        .body("my_level", equalTo("manage"));
    viewer.sees(id, "/keys").then().statusCode(200);
    viewer.sees(id, "/grants").then().body("items.user_id", hasItem(viewer.user().toString()));
    absent(analyst.sees(open, ""));
    owner
        .asks()
        .delete("/api/v1/connections/" + open + "/grants/" + analyst.user())
        .then()
        .statusCode(204);
    analyst.sees(open, "").then().body("my_level", equalTo("sql"));
  }

  @Test
  void openToAndGrantsArePublished() {
    String id = made("members");
    member(viewer);
    owner.grants(id, viewer, "sql").then().statusCode(200);
    owner.grants(id, viewer, "sql").then().statusCode(200);
    owner
        .asks()
        .body(Map.of("open_to", "granted"))
        .patch("/api/v1/connections/" + id)
        .then()
        .statusCode(200)
        .body("open_to", equalTo("granted"));

    List<ConnectionRegisteredV1> events =
        await().until(() -> topics.read(Topic.REGISTRY, id), found -> found.size() >= 3).stream()
            .map(this::read)
            .toList();

    assertThat(events).hasSize(3);
    assertThat(events.getFirst().openTo()).isNull();
    assertThat(events.getFirst().grants()).isNull();
    assertThat(events.getLast().openTo()).isEqualTo("granted");
    assertThat(events.getLast().grants())
        .singleElement()
        .satisfies(grant -> assertThat(grant.level()).isEqualTo("sql"));
  }

  @Test
  void onlyMembersAreGrantedAnything() {
    String id = made("members");
    TestingPerson stranger = TestingPerson.in(UUID.randomUUID(), "owner");
    member(stranger);

    owner
        .grants(id, stranger, "ask")
        .then()
        .statusCode(404)
        .body("code", equalTo("CONNECTION_GRANTEE_UNKNOWN"));
    owner
        .asks()
        .body(Map.of("level", "ask"))
        .put("/api/v1/connections/" + id + "/grants/nobody")
        .then()
        .statusCode(404);
    owner.grants(id, owner, "everything").then().statusCode(400);
    absent(stranger.grants(id, stranger, "manage"));
    absent(stranger.sees(id, "/grants"));
  }

  @Test
  void grantsEndWithTheMembership() {
    String id = made("granted");
    member(viewer);
    owner.grants(id, viewer, "ask").then().statusCode(200);

    TestingPerson.tell(topics, viewer.membership("viewer", true));

    await().untilAsserted(() -> owner.sees(id, "/grants").then().body("items", empty()));
  }

  @Test
  void connectionsEndWithTheirOrganisation() {
    String id = made("members");
    String foreign =
        TestingPerson.in(UUID.randomUUID(), "owner")
            .asks()
            .body(Map.of("name", "Other"))
            .post("/api/v1/connections")
            .path("id");

    TestingPerson.tell(
        topics,
        new OrganisationV1(
            OrganisationId.of(organisation), TestingPerson.micros(), "Shop Ltd", true));

    ConnectionRegisteredV1 last =
        await()
            .until(
                () -> topics.read(Topic.REGISTRY, id).stream().map(this::read).toList(),
                found -> found.size() >= 2)
            .getLast();
    assertThat(last.deleted()).isTrue();
    assertThat(last.keys()).allMatch(ConnectionRegisteredV1.KeyHash::revoked);
    assertThat(topics.read(Topic.REGISTRY, foreign)).hasSize(1);
    await()
        .untilAsserted(() ->
            owner.sees("", "").then().statusCode(401).body("code", equalTo("AUTH_TOKEN_REVOKED")));
  }

  private String made(String openTo) {
    return owner
        .asks()
        .body(Map.of("name", "Shop", "open_to", openTo))
        .post("/api/v1/connections")
        .then()
        .statusCode(201)
        .body("my_level", equalTo("manage"))
        .extract()
        .path("id");
  }

  private void member(TestingPerson person) {
    TestingPerson.tell(topics, person.membership(person.role(), false));
  }

  private static void refused(Response answer) {
    answer.then().statusCode(403).body("code", equalTo("AUTH_FORBIDDEN"));
  }

  private static void absent(Response answer) {
    answer.then().statusCode(404).body("code", equalTo("CONNECTION_NOT_FOUND"));
  }

  private ConnectionRegisteredV1 read(String text) {
    try {
      return json.readValue(text, ConnectionRegisteredV1.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
