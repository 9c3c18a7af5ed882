package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.custard.protocol.event.ConnectionRegisteredV1.Grant;
import io.custard.protocol.event.SessionRevokedV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody is linked here: who may ask is told that, and not that they may not. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class AccessTest extends QueryFixture {
  private static final Map<String, Object> SQL = Map.of("sql", "select 1");
  private static final Map<String, Object> QUESTION = Map.of("question", "How many orders?");
  private static final String MAY_RUN = "AGENT_NOT_LINKED";
  private static final String MAY_ASK = "QUERY_SCHEMA_UNKNOWN";

  @Test
  void viewersAskAndAnalystsRunSql() {
    String viewer = member("viewer");
    String analyst = member("analyst");

    assertThat(code(query(viewer, QUESTION))).isEqualTo(MAY_ASK);
    assertThat(code(query(viewer, SQL))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(stream(viewer, SQL))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(stream(viewer, QUESTION))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(query(analyst, SQL))).isEqualTo(MAY_RUN);
    assertThat(code(stream(analyst, SQL))).isEqualTo(MAY_RUN);
  }

  @Test
  void whatIsOpenToTheGrantedIsNotFoundByTheOthers() throws Exception {
    ConnectionId closed = closed(List.of());

    assertThat(code(query(member("analyst"), SQL, closed))).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(query(member("viewer"), QUESTION, closed))).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(query(member("admin"), SQL, closed))).isEqualTo(MAY_RUN);
  }

  @Test
  void aGrantDecidesBeforeTheRole() throws Exception {
    UUID viewer = UUID.randomUUID();
    UUID analyst = UUID.randomUUID();
    ConnectionId closed =
        closed(List.of(new Grant(UserId.of(viewer), "sql"), new Grant(UserId.of(analyst), "ask")));

    assertThat(code(query(token(viewer, "viewer"), SQL, closed))).isEqualTo(MAY_RUN);
    assertThat(code(query(token(analyst, "analyst"), SQL, closed))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(query(token(analyst, "analyst"), QUESTION, closed))).isEqualTo(MAY_ASK);
  }

  @Test
  void aGrantThatIsTakenAwayEndsWithinFiveSeconds() throws Exception {
    UUID viewer = UUID.randomUUID();
    ConnectionId closed = closed(List.of(new Grant(UserId.of(viewer), "sql")));
    assertThat(code(query(token(viewer, "viewer"), SQL, closed))).isEqualTo(MAY_RUN);

    publish(closed, 2, List.of());

    await()
        .atMost(Duration.ofSeconds(8)) // a connection that is not there is looked for 3 s
        .untilAsserted(() ->
            assertThat(code(query(token(viewer, "viewer"), SQL, closed)))
                .isEqualTo("CONNECTION_NOT_FOUND"));
  }

  @Test
  void aRevokedSessionIsRefusedWithinFiveSeconds() throws Exception {
    UUID session = UUID.randomUUID();
    String bearer = TestingTokens.of(user, organisation).session(session).signed();
    assertThat(code(query(bearer, SQL))).isEqualTo(MAY_RUN);

    tell(new SessionRevokedV1(session, micros(), Instant.now().getEpochSecond() + 600));

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(code(query(bearer, SQL))).isEqualTo("AUTH_TOKEN_REVOKED"));
  }

  @Test
  void anApiTokenAsksOrRunsSqlAsItsScopesSay() throws Exception {
    String asks = apiToken("ask");
    String runs = apiToken("sql");
    String reads = apiToken("connections:read");

    assertThat(code(query(asks, QUESTION))).isEqualTo(MAY_ASK);
    assertThat(code(query(asks, SQL))).isEqualTo("AUTH_SCOPE_MISSING");
    assertThat(code(stream(asks, QUESTION))).isEqualTo("AUTH_SCOPE_MISSING");
    assertThat(code(query(runs, SQL))).isEqualTo(MAY_RUN);
    assertThat(code(query(runs, QUESTION))).isEqualTo("AUTH_SCOPE_MISSING");
    assertThat(code(stream(runs, SQL))).isEqualTo(MAY_RUN);
    assertThat(code(query(reads, QUESTION))).isEqualTo("AUTH_SCOPE_MISSING");
    assertThat(query(reads, QUESTION).statusCode()).isEqualTo(403);
  }

  @Test
  void noForgedTokenIsAccepted() {
    TestingTokens.forged(user, organisation)
        .forEach((how, forged) -> {
          assertThat(query(forged, SQL).statusCode()).as(how).isEqualTo(401);
          assertThat(code(stream(forged, SQL))).as(how).isEqualTo("AUTH_TOKEN_INVALID");
        });
  }

  @Test
  void aBrowserAsksOnlyWithTheProof() {
    String cookie = TestingTokens.of(user, organisation).csrf("proof").signed();
    Map<String, Object> body = body(SQL, connection);

    Response without =
        given()
            .cookie("custard_access", cookie)
            .contentType("application/json")
            .body(body)
            .post("/api/v1/query");
    Response with =
        given()
            .cookie("custard_access", cookie)
            .header("X-CSRF-Token", "proof")
            .contentType("application/json")
            .body(body)
            .post("/api/v1/query");

    assertThat(code(without)).isEqualTo("AUTH_CSRF");
    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(code(with)).isEqualTo(MAY_RUN);
  }

  @Test
  void theStatusOfTheSystemIsForMembersOnly() {
    assertThat(given().get("/api/v1/system/status").statusCode()).isEqualTo(401);
    assertThat(given().auth().oauth2(member("viewer")).get("/api/v1/system/status").statusCode())
        .isEqualTo(200);
  }

  private String member(String role) {
    return token(UUID.randomUUID(), role);
  }

  private String token(UUID who, String role) {
    return TestingTokens.valid(who, organisation, role);
  }

  private ConnectionId closed(List<Grant> grants) throws Exception {
    ConnectionId id = ConnectionId.random();
    publish(id, 1, grants);
    await().until(() -> code(query(token, SQL, id)).equals(MAY_RUN));
    return id;
  }

  private void publish(ConnectionId id, long version, List<Grant> grants) throws Exception {
    ConnectionRegisteredV1 event =
        new ConnectionRegisteredV1(
            id,
            OrganisationId.of(organisation),
            "closed",
            "postgresql",
            List.of(),
            version,
            false,
            null,
            null,
            ConnectionRegisteredV1.GRANTED,
            grants,
            null);
    gateway.publish(Topic.REGISTRY, id.toString(), json.writeValueAsBytes(event));
  }

  private Response query(String bearer, Map<String, Object> asked) {
    return query(bearer, asked, connection);
  }

  private Response query(String bearer, Map<String, Object> asked, ConnectionId of) {
    return post(bearer, body(asked, of));
  }

  private Response stream(String bearer, Map<String, Object> asked) {
    return given()
        .header("Authorization", "Bearer " + bearer)
        .contentType("application/json")
        .body(body(asked, connection))
        .post("/api/v1/query/stream");
  }

  private static Map<String, Object> body(Map<String, Object> asked, ConnectionId of) {
    Map<String, Object> body = new HashMap<>(asked);
    body.put("connection_id", of.toString());
    return body;
  }
}
