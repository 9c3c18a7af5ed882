package io.custard.auth.apitoken;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.access.PersonalToken;
import io.custard.auth.TestingEvents;
import io.custard.auth.TestingPeople;
import io.custard.auth.TestingPeople.Member;
import io.custard.testkit.Infrastructure;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class TokenResourceTest {
  private static final String TOKENS = "/api/v1/auth/tokens";

  private final TestingPeople people;
  private final TestingEvents events;
  private final RedisDataSource redis;

  TokenResourceTest(TestingPeople people, TestingEvents events, RedisDataSource redis) {
    this.people = people;
    this.events = events;
    this.redis = redis;
  }

  @Test
  void aTokenIsShownOnceAndOnlyItsHashIsKept() {
    Member analyst = people.beside(people.owner(), "analyst");

    Response made = make(analyst, "ask", "sql");

    assertThat(made.statusCode()).isEqualTo(201);
    PersonalToken token = PersonalToken.parse(made.path("token")).orElseThrow();
    assertThat(token.id()).isEqualTo(made.path("id"));
    assertThat(
            people.count(
                "select count(*) from auth.api_tokens where id = ? and secret_sha256 = ?",
                token.id(),
                token.sha256()))
        .isOne();
    String listed = analyst.asks().get(TOKENS).asString();
    assertThat(listed).contains(token.id()).doesNotContain("secret").doesNotContain(token.sha256());
    await()
        .untilAsserted(() -> {
          JsonNode event = events.identity("token:" + token.id());
          assertThat(event.path("secretSha256").asText()).isEqualTo(token.sha256());
          assertThat(event.path("role").asText()).isEqualTo("analyst");
          assertThat(event.path("scopes").toString()).isEqualTo("[\"ask\",\"sql\"]");
          assertThat(event.path("revoked").asBoolean()).isFalse();
        });
  }

  @Test
  void aTokenLivesNinetyDaysUnlessSaidAndAYearAtMost() {
    Member owner = people.owner();

    Instant byDefault = Instant.parse(make(owner, "ask").path("expires_at"));
    assertThat(Duration.between(Instant.now(), byDefault))
        .isCloseTo(Duration.ofDays(90), Duration.ofMinutes(5));
    owner.asks().body(wanted(366, "ask")).post(TOKENS).then().statusCode(400);
    owner.asks().body(wanted(0, "ask")).post(TOKENS).then().statusCode(400);
    owner.asks().body(wanted(365, "ask")).post(TOKENS).then().statusCode(201);
  }

  @Test
  void aScopeThatTheRoleNeverUsesIsRefused() {
    Member viewer = people.beside(people.owner(), "viewer");

    assertThat(make(viewer, "audit:read").statusCode()).isEqualTo(403);
    assertThat(make(viewer, "everything").statusCode()).isEqualTo(400);
    assertThat(make(viewer).statusCode()).isEqualTo(400);
    assertThat(make(viewer, "ask").statusCode()).isEqualTo(201);
  }

  @Test
  void ofManyMadeAtOnceTwentySucceed() {
    Member owner = people.owner();

    List<CompletableFuture<Integer>> attempts =
        IntStream.range(0, 24)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> make(owner, "ask").statusCode()))
            .toList();

    assertThat(attempts.stream().map(CompletableFuture::join).filter(code -> code == 201))
        .hasSize(20);
    make(owner, "ask").then().statusCode(409).body("code", equalTo("API_TOKEN_LIMIT"));
  }

  @Test
  void aRevokedTokenIsToldAndGone() {
    Member owner = people.owner();
    String id = make(owner, "ask").path("id");

    owner.asks().delete(TOKENS + "/" + id).then().statusCode(204);

    owner.asks().get(TOKENS).then().body("items", empty());
    owner
        .asks()
        .delete(TOKENS + "/" + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("API_TOKEN_NOT_FOUND"));
    await()
        .untilAsserted(
            () -> assertThat(events.identity("token:" + id).path("revoked").asBoolean()).isTrue());
  }

  @Test
  void nobodySeesOrRevokesTheTokenOfAnother() {
    Member owner = people.owner();
    Member admin = people.beside(owner, "admin");
    Member elsewhere = people.join(owner.person(), people.organisation("Elsewhere"), "owner");
    String id = make(owner, "ask").path("id");

    for (Member other : List.of(admin, elsewhere, people.owner())) {
      other.asks().get(TOKENS).then().body("items", empty());
      other.asks().delete(TOKENS + "/" + id).then().statusCode(404);
    }
    owner.asks().get(TOKENS).then().body("items.id", contains(id));
  }

  @Test
  void tokensFollowTheRoleAndEndWithTheMembership() {
    Member owner = people.owner();
    Member admin = people.beside(owner, "admin");
    String id = make(admin, "ask").path("id");

    owner.asks().body(Map.of("role", "viewer")).patch("/api/v1/auth/users/" + admin.id());
    await()
        .untilAsserted(() ->
            assertThat(events.identity("token:" + id).path("role").asText()).isEqualTo("viewer"));

    owner.asks().delete("/api/v1/auth/users/" + admin.id());
    await()
        .untilAsserted(
            () -> assertThat(events.identity("token:" + id).path("revoked").asBoolean()).isTrue());
  }

  @Test
  void anApiTokenSpeaksForItsPersonUntilItIsRevokedAndManagesNoTokens() {
    Member owner = people.owner();
    Response made = make(owner, "organisation:read");
    String token = made.path("token");

    await().untilAsserted(() -> withToken(token, "/api/v1/organisations/current", 200));
    withToken(token, "/api/v1/auth/users", 200);
    withToken(token, TOKENS, 403);
    withToken(token, "/api/v1/auth/platform/users", 403);

    owner.asks().delete(TOKENS + "/" + made.path("id")).then().statusCode(204);
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> withToken(token, "/api/v1/organisations/current", 401));
  }

  @Test
  void theLastUseIsWhatTheServicesTold() {
    Member owner = people.owner();
    String id = make(owner, "ask").path("id");
    redis.hash(String.class).hset("token:used", id, "1700000000");

    owner.asks().get(TOKENS).then().body("items[0].last_used_at", equalTo("2023-11-14T22:13:20Z"));
  }

  private static void withToken(String token, String address, int status) {
    given().auth().oauth2(token).get(address).then().statusCode(status);
  }

  private static Response make(Member member, String... scopes) {
    return member.asks().body(Map.of("name", "CI", "scopes", List.of(scopes))).post(TOKENS);
  }

  private static Map<String, Object> wanted(int days, String scope) {
    return Map.of("name", "CI", "scopes", List.of(scope), "expires_in_days", days);
  }
}
