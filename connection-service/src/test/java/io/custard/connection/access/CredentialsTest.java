package io.custard.connection.access;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.custard.access.PersonalToken;
import io.custard.access.token.TokenUse;
import io.custard.connection.TestingTopics;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.protocol.event.ApiTokenV1;
import io.custard.testkit.Infrastructure;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class CredentialsTest {
  private static final String CONNECTIONS = "/api/v1/connections";

  private final TestingTopics topics;
  private final RedisDataSource redis;
  private final TestingPerson owner = TestingPerson.in(UUID.randomUUID(), "owner");
  private final PersonalToken token = PersonalToken.draw();

  CredentialsTest(TestingTopics topics, RedisDataSource redis) {
    this.topics = topics;
    this.redis = redis;
  }

  @Test
  void anApiTokenIsGoodForItsScopesOnlyAndItsUseIsTold() {
    published(List.of("connections:read"), "owner", 3_600, false);

    with(token.reveal()).get(CONNECTIONS).then().statusCode(200);
    with(token.reveal())
        .body(Map.of("name", "Shop"))
        .post(CONNECTIONS)
        .then()
        .statusCode(403)
        .body("code", equalTo("AUTH_SCOPE_MISSING"));
    await().until(() -> redis.hash(String.class).hexists(TokenUse.KEY, token.id()));
  }

  @Test
  void anApiTokenDoesNothingThatTakesALogIn() {
    published(
        List.of("ask", "sql", "connections:read", "connections:manage", "audit:read"),
        "owner",
        3_600,
        false);
    String id = with(token.reveal()).body(Map.of("name", "Shop")).post(CONNECTIONS).path("id");

    with(token.reveal())
        .body(Map.of("level", "manage"))
        .put(CONNECTIONS + "/" + id + "/grants/" + owner.user())
        .then()
        .statusCode(403)
        .body("code", equalTo("AUTH_SESSION_NEEDED"));
  }

  @Test
  void anApiTokenCanDoNoMoreThanItsPerson() {
    published(List.of("connections:manage"), "viewer", 3_600, false);

    with(token.reveal())
        .body(Map.of("name", "Shop"))
        .post(CONNECTIONS)
        .then()
        .statusCode(403)
        .body("code", equalTo("AUTH_FORBIDDEN"));
  }

  @Test
  void aRevokedApiTokenIsRefusedWithinFiveSeconds() {
    published(List.of("connections:read"), "owner", 3_600, false);
    with(token.reveal()).get(CONNECTIONS).then().statusCode(200);

    published(List.of("connections:read"), "owner", 3_600, true);

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> refused(token.reveal(), "AUTH_TOKEN_REVOKED"));
  }

  @Test
  void anApiTokenEndsWithItsTimeAndWithItsPersonsMembership() {
    published(List.of("connections:read"), "owner", -1, false);
    refused(token.reveal(), "AUTH_TOKEN_REVOKED");
    published(List.of("connections:read"), "owner", 3_600, false);
    await().untilAsserted(() -> with(token.reveal()).get(CONNECTIONS).then().statusCode(200));

    TestingPerson.tell(topics, owner.membership("owner", true));

    await().untilAsserted(() -> refused(token.reveal(), "AUTH_TOKEN_REVOKED"));
  }

  @Test
  void anApiTokenIsProvedByItsSecret() {
    published(List.of("connections:read"), "owner", 3_600, false);
    String otherSecret = PersonalToken.draw().reveal().substring("custard_pat_".length() + 22);

    refused(PersonalToken.PREFIX + token.id() + otherSecret, "AUTH_TOKEN_INVALID");
    refused(PersonalToken.draw().reveal(), "AUTH_TOKEN_INVALID");
    refused("custard_pat_x", "AUTH_TOKEN_INVALID");
  }

  @Test
  void aBrowserReadsByItsCookieAndChangesOnlyWithTheProof() {
    cookie().get(CONNECTIONS).then().statusCode(200);

    unproved(cookie());
    unproved(cookie().header("X-CSRF-Token", "wrong"));
    unproved(cookie().header("X-CSRF-Token", "proof").header("Sec-Fetch-Site", "cross-site"));
    cookie()
        .header("X-CSRF-Token", "proof")
        .header("Sec-Fetch-Site", "same-origin")
        .body(Map.of("name", "Shop"))
        .post(CONNECTIONS)
        .then()
        .statusCode(201);
  }

  @Test
  void aTokenThatIsNoneOfABrowserChangesNothingAsACookie() {
    RequestSpecification stolen =
        RestAssured.given().contentType(ContentType.JSON).cookie("custard_access", bearer());

    unproved(stolen.header("X-CSRF-Token", ""));
  }

  @Test
  void theHeaderWinsOverTheCookie() {
    cookie()
        .header("Authorization", "Bearer " + bearer())
        .body(Map.of("name", "Shop"))
        .post(CONNECTIONS)
        .then()
        .statusCode(201);
    cookie()
        .header("Authorization", "Bearer nonsense")
        .get(CONNECTIONS)
        .then()
        .statusCode(401)
        .body("code", equalTo("AUTH_TOKEN_INVALID"));
  }

  private String bearer() {
    return owner.token().signed();
  }

  private RequestSpecification cookie() {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .cookie("custard_access", owner.token().csrf("proof").signed());
  }

  private static RequestSpecification with(String bearer) {
    return RestAssured.given().auth().oauth2(bearer).contentType(ContentType.JSON);
  }

  private static void unproved(RequestSpecification request) {
    request
        .body(Map.of("name", "Shop"))
        .post(CONNECTIONS)
        .then()
        .statusCode(403)
        .body("code", equalTo("AUTH_CSRF"));
  }

  private static void refused(String bearer, String code) {
    with(bearer).get(CONNECTIONS).then().statusCode(401).body("code", equalTo(code));
  }

  private void published(List<String> scopes, String role, long seconds, boolean revoked) {
    TestingPerson.tell(
        topics,
        new ApiTokenV1(
            token.id(),
            UserId.of(owner.user()),
            OrganisationId.of(owner.organisation()),
            TestingPerson.micros(),
            token.sha256(),
            scopes,
            role,
            Instant.now().getEpochSecond() + seconds,
            revoked));
  }
}
