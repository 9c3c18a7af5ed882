package io.custard.connection.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.PersonV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class AuditResourceTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final TestingTopics topics;
  private final AuditSearch events;
  private final TestingOwner owner = TestingOwner.fresh();

  AuditResourceTest(TestingTopics topics, AuditSearch events) {
    this.topics = topics;
    this.events = events;
  }

  @Test
  void everyEventIsShownOnceToItsOrganisationTheNewestFirst() {
    AuditEventV1 older = event(0, "user:" + owner.user(), "key.revoked", "OK");
    AuditEventV1 newer = event(1, "agent-key:00ff", "agent.refused", "AGENT_KEY_REVOKED");
    write(older, newer, older, newer);

    awaitEvents(2);

    sees("")
        .then()
        .body("items", hasSize(2))
        .body("next_cursor", nullValue())
        .body("items[0].id", equalTo(newer.eventId().toString()))
        .body("items[0].at", equalTo("2026-03-01T12:00:01Z"))
        .body("items[0].actor", equalTo("agent-key:00ff"))
        .body("items[0].action", equalTo("agent.refused"))
        .body("items[0].outcome", equalTo("AGENT_KEY_REVOKED"))
        .body("items[0].address", equalTo("192.0.2.7"))
        .body("items[0].details.note", equalTo("=1+1"))
        .body("items[1].id", equalTo(older.eventId().toString()));
    TestingOwner.fresh().asks().get("/api/v1/audit").then().body("items", hasSize(0));
  }

  @Test
  void aPersonIsNamedByTheirAddressUntilTheAccountIsDeleted() {
    UserId ann = UserId.of(UUID.randomUUID());
    write(event(0, "user:" + ann, "key.revoked", "OK"));
    awaitEvents(1);

    tell(ann, 1, false);
    await()
        .untilAsserted(
            () -> sees("").then().body("items[0].actor_name", equalTo("ann@example.com")));
    tell(ann, 2, true);
    await().untilAsserted(() -> sees("").then().body("items[0].actor_name", nullValue()));
  }

  private void tell(UserId user, long version, boolean deleted) {
    PersonV1 person = new PersonV1(user, version, "ann@example.com", null, true, null, deleted);
    topics.send(Topic.IDENTITY, person.key(), person);
  }

  @Test
  void aCursorGoesOnWhereThePageEndedAlsoWithinOneMillisecond() {
    AuditEventV1[] sameMoment =
        IntStream.range(0, 7)
            .mapToObj(i -> event(5, "user:" + owner.user(), "key.created", "OK"))
            .toArray(AuditEventV1[]::new);
    write(sameMoment);
    awaitEvents(7);

    List<String> read = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page = sees("?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      read.addAll(page.path("items.id"));
      cursor = page.path("next_cursor");
    }

    assertThat(read).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void aCursorOfAnotherOrganisationShowsNothingOfIt() {
    write(
        event(1, "user:" + owner.user(), "key.created", "OK"),
        event(2, "user:" + owner.user(), "key.created", "OK"));
    awaitEvents(2);
    String cursor = sees("?limit=1").path("next_cursor");

    TestingOwner.fresh()
        .asks()
        .get("/api/v1/audit?cursor=" + cursor)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void eachFilterFindsWhatItNames() {
    String connection = owner.hasConnection();
    String user = "user:" + owner.user();
    write(
        event(0, user, "key.revoked", "OK"),
        event(10, user, "statement.run", "SQL_EXECUTION_FAILED", connection),
        event(20, "agent-key:00ff", "agent.linked", "OK", connection),
        event(30, user, "keyring.opened", "OK"));
    awaitEvents(5); // and "connection.created"

    assertThat(actions("?to=2026-03-01T12:00:31Z&from=2026-03-01T12:00:10Z"))
        .containsExactly("keyring.opened", "agent.linked", "statement.run");
    assertThat(actions("?to=2026-03-01T12:00:10Z")).containsExactly("key.revoked");
    assertThat(actions("?actor=agent-key:00ff")).containsExactly("agent.linked");
    assertThat(actions("?actor=" + owner.user() + "&action=key.revoked"))
        .containsExactly("key.revoked");
    assertThat(actions("?action=key")).containsExactly("key.revoked");
    assertThat(actions("?outcome=failed")).containsExactly("statement.run");
    assertThat(actions("?outcome=SQL_EXECUTION_FAILED")).containsExactly("statement.run");
    assertThat(actions("?outcome=OK&action=agent")).containsExactly("agent.linked");
    assertThat(actions("?connection_id=" + connection))
        .containsExactly("connection.created", "agent.linked", "statement.run");
    assertThat(sees("?action=agent.linked").<String>path("items[0].connection_name"))
        .isEqualTo("Shop");
  }

  @Test
  void whatCannotBeReadIsRefusedByItsName() {
    for (String query :
        List.of(
            "from=yesterday",
            "to=-1",
            "actor=%00",
            "action=A'--",
            "outcome=ok",
            "connection_id=1",
            "cursor=AAAA",
            "limit=0",
            "limit=201",
            "limit=x")) {
      Response refused = sees("?" + query);
      refused.then().statusCode(400).body("code", equalTo("REQUEST_INVALID"));
      assertThat(refused.<String>path("detail")).contains(query.substring(0, query.indexOf('=')));
    }
    owner.asks().get("/api/v1/audit/export?format=xml").then().statusCode(400);
  }

  @Test
  void anAttemptOnAConnectionBelongsToItsOwnerAndAMadeUpOneToNobody() {
    String connection = owner.hasConnection();
    write(
        event(null, UUID.randomUUID().toString(), "AGENT_KEY_UNKNOWN"),
        event(null, connection, "AGENT_KEY_UNKNOWN"));

    awaitEvents(2);

    assertThat(actions("?outcome=AGENT_KEY_UNKNOWN")).containsExactly("agent.refused");
  }

  @Test
  void anExportHoldsEverythingInBothFormsAndIsItselfRecorded() {
    AuditEventV1[] many =
        IntStream.range(0, 450)
            .mapToObj(i -> event(i, "user:" + owner.user(), "key.created", "OK"))
            .toArray(AuditEventV1[]::new);
    write(many);
    awaitEvents(450);

    Response csv = owner.asks().get("/api/v1/audit/export?action=key&format=csv");
    Response ndjson = owner.asks().get("/api/v1/audit/export?action=key&format=ndjson");

    csv.then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
        .header("Content-Disposition", equalTo("attachment; filename=\"audit.csv\""));
    assertThat(csv.asString().lines()).hasSize(451).first().asString().startsWith("id,at,actor,");
    ndjson.then().statusCode(200).header("Content-Type", equalTo("application/x-ndjson"));
    assertThat(ndjson.asString().lines())
        .hasSize(450)
        .allMatch(line -> line.startsWith("{\"id\":\"") && line.endsWith("}}"));
    await().until(() -> actions("?action=audit.exported").size() == 2);
  }

  @Test
  void anExportDefusesWhatASpreadsheetWouldRun() {
    write(event(0, "=cmd|' /C calc'!A0", "key.created", "OK"));
    awaitEvents(1);

    String csv = owner.asks().get("/api/v1/audit/export").asString();

    assertThat(csv).contains(",'=cmd|' /C calc'!A0,").doesNotContain(",=");
  }

  @Test
  void nobodyWithoutATokenSeesALog() {
    io.restassured.RestAssured.given().get("/api/v1/audit").then().statusCode(401);
    io.restassured.RestAssured.given().get("/api/v1/audit/export").then().statusCode(401);
  }

  @Test
  void aTestOfAConnectionIsRecordedWithHowItEndedAndFromWhere() {
    String connection = owner.hasConnection();

    owner
        .asks()
        .header("X-Forwarded-For", "203.0.113.9")
        .post("/api/v1/connections/" + connection + "/test");
    owner.asks().post("/api/v1/connections/" + connection + "/refresh-schema");

    await().until(() -> actions("?outcome=AGENT_NOT_LINKED").size() == 2);
    Response found = sees("?action=connection.tested");
    assertThat(found.<String>path("items[0].address")).isEqualTo("203.0.113.9");
    assertThat(found.<String>path("items[0].actor")).isEqualTo("user:" + owner.user());
  }

  private AuditEventV1 event(int second, String actor, String action, String outcome) {
    return event(second, actor, action, outcome, null);
  }

  private AuditEventV1 event(
      int second, String actor, String action, String outcome, @Nullable String connection) {
    return new AuditEventV1(
        UUID.randomUUID(),
        NOON.plusSeconds(second).toEpochMilli(),
        OrganisationId.of(owner.organisation()),
        actor,
        action,
        outcome,
        connection == null ? null : ConnectionId.fromString(connection),
        "192.0.2.7",
        Map.of("note", "=1+1"));
  }

  private static AuditEventV1 event(
      @Nullable OrganisationId organisation, String connection, String outcome) {
    return new AuditEventV1(
        UUID.randomUUID(),
        NOON.toEpochMilli(),
        organisation,
        "unknown",
        "agent.refused",
        outcome,
        ConnectionId.fromString(connection),
        null,
        Map.of());
  }

  private void write(AuditEventV1... events) {
    for (AuditEventV1 event : events) {
      topics.send(Topic.AUDIT, owner.organisation().toString(), event);
    }
  }

  private void awaitEvents(int count) {
    OrganisationId organisation = OrganisationId.of(owner.organisation());
    AuditFilter all = AuditFilter.of(new AuditParameters(null, null, null, null, null, null));
    await()
        .until(() ->
            events
                    .find(organisation, all, null, 1_000)
                    .await()
                    .atMost(Duration.ofSeconds(10))
                    .size()
                == count);
  }

  private Response sees(String query) {
    return owner.asks().urlEncodingEnabled(false).get("/api/v1/audit" + query);
  }

  private List<String> actions(String query) {
    return sees(query).path("items.action");
  }
}
