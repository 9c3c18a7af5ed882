package io.custard.connection.access;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.custard.connection.TestingTopics;
import io.custard.protocol.event.IdentityEvent;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class RevocationTest {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final TestingTopics topics;
  private final TestingPerson owner = TestingPerson.in(UUID.randomUUID(), "owner");

  @TestHTTPResource("/api/v1/connections/status/events")
  URI events;

  RevocationTest(TestingTopics topics) {
    this.topics = topics;
  }

  @Test
  void aRevokedSessionIsRefusedWithinFiveSecondsAndOthersAreNot() {
    TestingPerson elsewhere =
        new TestingPerson(owner.user(), owner.organisation(), "owner", UUID.randomUUID());
    works(owner);

    tell(owner.sessionRevoked());

    isRefused(owner);
    works(elsewhere);
  }

  @Test
  void aPersonWhoIsShutOutIsRefusedInEverySessionUntilTheyAreReopened() {
    works(owner);

    tell(owner.person(false));
    isRefused(owner);

    tell(owner.person(true));
    await().atMost(WITHIN).untilAsserted(() -> works(owner));
  }

  @Test
  void aRemovedMemberIsRefused() {
    works(owner);

    tell(owner.membership("owner", true));

    isRefused(owner);
  }

  @Test
  void aChangedRoleEndsOlderTokensAndBindsNewerOnes() {
    String older = owner.token().issuedAt(Instant.now().minusSeconds(10)).signed();
    audit(older).then().statusCode(200);

    tell(owner.changedTo("viewer"));

    await()
        .atMost(WITHIN)
        .untilAsserted(
            () -> audit(older).then().statusCode(401).body("code", equalTo("AUTH_TOKEN_REVOKED")));
    audit(owner.token().signed()).then().statusCode(403).body("code", equalTo("AUTH_FORBIDDEN"));
  }

  @Test
  void anOpenStreamEndsWithItsSession() {
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .header("Authorization", "Bearer " + owner.token().signed())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> stream =
          http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
      await().pollDelay(Duration.ofSeconds(2)).until(() -> !stream.isDone());

      tell(owner.sessionRevoked());

      await().atMost(WITHIN).until(stream::isDone);
    }
  }

  @Test
  void noForgedTokenIsAccepted() {
    TestingTokens.forged(owner.user(), owner.organisation())
        .forEach((how, token) ->
            RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/api/v1/connections")
                .then()
                .statusCode(401)
                .body("code", equalTo("AUTH_TOKEN_INVALID")));
  }

  @Test
  void aTokenWithoutItsSessionOrRoleIsRefused() {
    for (String token :
        new String[] {
          owner.token().without("sid").signed(),
          owner.token().without("groups").signed(),
          owner.token().role("emperor").signed()
        }) {
      RestAssured.given()
          .auth()
          .oauth2(token)
          .get("/api/v1/connections")
          .then()
          .statusCode(401)
          .body("code", equalTo("AUTH_TOKEN_INVALID"));
    }
  }

  private void tell(IdentityEvent event) {
    TestingPerson.tell(topics, event);
  }

  private static Response audit(String bearer) {
    return RestAssured.given().auth().oauth2(bearer).get("/api/v1/audit");
  }

  private static void works(TestingPerson person) {
    person.sees("", "").then().statusCode(200);
  }

  private static void isRefused(TestingPerson person) {
    await()
        .atMost(WITHIN)
        .untilAsserted(() ->
            person.sees("", "").then().statusCode(401).body("code", equalTo("AUTH_TOKEN_REVOKED")));
  }
}
