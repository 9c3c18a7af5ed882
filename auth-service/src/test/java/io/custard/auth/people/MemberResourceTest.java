package io.custard.auth.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.auth.TestingEvents;
import io.custard.auth.TestingPeople;
import io.custard.auth.TestingPeople.Member;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class MemberResourceTest {
  private static final String USERS = "/api/v1/auth/users";

  private final TestingPeople people;
  private final TestingEvents events;

  MemberResourceTest(TestingPeople people, TestingEvents events) {
    this.people = people;
    this.events = events;
  }

  @Test
  void membersAreListedPageByPageAndNobodyElseIs() {
    Member owner = people.owner();
    Member analyst = people.beside(owner, "analyst");
    Member viewer = people.beside(owner, "viewer");
    people.owner();

    Response first = owner.asks().queryParam("limit", 2).get(USERS);
    Response second =
        owner
            .asks()
            .queryParam("limit", 2)
            .queryParam("cursor", first.path("next_cursor").toString())
            .get(USERS);

    assertThat(first.<List<String>>path("items.id")).hasSize(2);
    assertThat(second.<String>path("next_cursor")).isNull();
    assertThat(
            Stream.concat(
                first.<List<String>>path("items.id").stream(),
                second.<List<String>>path("items.id").stream()))
        .containsExactlyInAnyOrder(
            owner.id().toString(), analyst.id().toString(), viewer.id().toString());
  }

  @Test
  void aSearchTakesItsTextLiterallyInNameAndEmail() {
    Member owner = people.owner();
    Member bob = people.join(people.person("Bob_100%"), owner.organisation(), "viewer");

    owner
        .asks()
        .queryParam("search", "b_100%")
        .get(USERS)
        .then()
        .body("items.id", contains(bob.id().toString()));
    owner.asks().queryParam("search", "%").get(USERS).then().body("items", hasSize(1));
    owner
        .asks()
        .queryParam("search", owner.person().email().toUpperCase(Locale.ROOT))
        .get(USERS)
        .then()
        .body("items.id", contains(owner.id().toString()));
  }

  @Test
  void cursorsAndLimitsThatNobodyGaveAreRefused() {
    Member owner = people.owner();

    owner
        .asks()
        .queryParam("cursor", "made-up")
        .get(USERS)
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
    owner.asks().queryParam("limit", 201).get(USERS).then().statusCode(400);
  }

  @Test
  void whoIsNoAdministratorSeesNoMembers() {
    Member analyst = people.beside(people.owner(), "analyst");

    analyst.asks().get(USERS).then().statusCode(403).body("code", equalTo("AUTH_FORBIDDEN"));
    analyst.asks().get(USERS + "/" + analyst.id()).then().statusCode(403);
  }

  @Test
  void aMemberOfAnotherOrganisationIsUnknownAndStaysAsTheyAre() {
    Member stranger = people.owner();
    Member owner = people.owner();
    String theirs = USERS + "/" + stranger.id();

    owner.asks().get(theirs).then().statusCode(404).body("code", equalTo("MEMBER_NOT_FOUND"));
    owner.asks().body(Map.of("role", "viewer")).patch(theirs).then().statusCode(404);
    owner.asks().delete(theirs).then().statusCode(404);
    owner.asks().get(USERS + "/no-id").then().statusCode(404);

    assertThat(people.owners(stranger.organisation())).isOne();
  }

  @Test
  void aChangeOfRoleIsToldWithTheEndOfOldTokens() {
    Member owner = people.owner();
    Member analyst = people.beside(owner, "analyst");
    long before = System.currentTimeMillis() / 1_000;

    owner
        .asks()
        .body(Map.of("role", "viewer"))
        .patch(USERS + "/" + analyst.id())
        .then()
        .statusCode(200)
        .body("role", equalTo("viewer"))
        .body("active", equalTo(true));

    await()
        .untilAsserted(() -> {
          JsonNode event = events.identity("member:" + owner.organisation() + ":" + analyst.id());
          assertThat(event.path("type").asText()).isEqualTo("membership");
          assertThat(event.path("role").asText()).isEqualTo("viewer");
          assertThat(event.path("tokensNotBefore").asLong()).isGreaterThan(before);
        });
    await()
        .untilAsserted(() ->
            assertThat(events.audit(owner.organisation().toString()))
                .anySatisfy(act -> {
                  assertThat(act.path("action").asText()).isEqualTo("member.changed");
                  assertThat(act.path("actor").asText()).isEqualTo("user:" + owner.id());
                  assertThat(act.path("outcome").asText()).isEqualTo("OK");
                  assertThat(act.path("address").asText()).isEqualTo("127.0.0.1");
                  assertThat(act.path("details").path("user").asText())
                      .isEqualTo(analyst.id().toString());
                }));
  }

  @Test
  void accessTokensFromBeforeAChangeEndWithinSeconds() {
    Member owner = people.owner();
    Member admin = people.beside(owner, "admin");
    String before = admin.token();
    given().auth().oauth2(before).get(USERS).then().statusCode(200);

    owner
        .asks()
        .body(Map.of("role", "analyst"))
        .patch(USERS + "/" + admin.id())
        .then()
        .statusCode(200);

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            given()
                .auth()
                .oauth2(before)
                .get(USERS)
                .then()
                .statusCode(401)
                .body("code", equalTo("AUTH_TOKEN_REVOKED")));
  }

  @Test
  void aDeactivatedMemberIsToldSoAndComesBack() {
    Member owner = people.owner();
    Member viewer = people.beside(owner, "viewer");
    String theirs = USERS + "/" + viewer.id();

    owner.asks().body(Map.of("active", false)).patch(theirs).then().body("active", equalTo(false));
    await()
        .untilAsserted(() ->
            assertThat(
                    events
                        .identity("member:" + owner.organisation() + ":" + viewer.id())
                        .path("active")
                        .asBoolean())
                .isFalse());

    owner.asks().body(Map.of("active", true)).patch(theirs).then().body("active", equalTo(true));
  }

  @Test
  void aRemovedMemberIsGoneAndTold() {
    Member owner = people.owner();
    Member viewer = people.beside(owner, "viewer");

    owner.asks().delete(USERS + "/" + viewer.id()).then().statusCode(204);

    assertThat(people.isMember(viewer)).isFalse();
    await()
        .untilAsserted(() ->
            assertThat(
                    events
                        .identity("member:" + owner.organisation() + ":" + viewer.id())
                        .path("deleted")
                        .asBoolean())
                .isTrue());
  }

  @Test
  void anAdministratorTouchesNoOwner() {
    Member owner = people.owner();
    people.beside(owner, "owner");
    Member admin = people.beside(owner, "admin");
    String theirs = USERS + "/" + owner.id();

    admin
        .asks()
        .body(Map.of("role", "viewer"))
        .patch(theirs)
        .then()
        .statusCode(403)
        .body("code", equalTo("AUTH_FORBIDDEN"));
    admin.asks().body(Map.of("active", false)).patch(theirs).then().statusCode(403);
    admin.asks().delete(theirs).then().statusCode(403);

    assertThat(people.owners(owner.organisation())).isEqualTo(2);
  }

  @Test
  void nobodyGivesMoreThanTheyAreNotEvenThemselves() {
    Member owner = people.owner();
    Member admin = people.beside(owner, "admin");
    Member viewer = people.beside(owner, "viewer");

    admin
        .asks()
        .body(Map.of("role", "owner"))
        .patch(USERS + "/" + admin.id())
        .then()
        .statusCode(403);
    admin
        .asks()
        .body(Map.of("role", "owner"))
        .patch(USERS + "/" + viewer.id())
        .then()
        .statusCode(403);
    admin
        .asks()
        .body(Map.of("role", "admin"))
        .patch(USERS + "/" + viewer.id())
        .then()
        .statusCode(200);

    assertThat(people.owners(owner.organisation())).isOne();
  }

  @Test
  void whatTheCallerIsAtThisMomentDecidesNotWhatTheTokenSays() {
    Member owner = people.owner();
    Member viewer = people.beside(owner, "viewer");
    Member pretender = new Member(viewer.person(), owner.organisation(), "owner");

    pretender
        .asks()
        .body(Map.of("role", "owner"))
        .patch(USERS + "/" + viewer.id())
        .then()
        .statusCode(403);

    assertThat(people.owners(owner.organisation())).isOne();
  }

  @Test
  void theLastOwnerIsNeitherDemotedNorDeactivatedNorRemoved() {
    Member owner = people.owner();
    people.beside(owner, "admin");
    String theirs = USERS + "/" + owner.id();

    owner
        .asks()
        .body(Map.of("role", "admin"))
        .patch(theirs)
        .then()
        .statusCode(409)
        .body("code", equalTo("ORGANISATION_LAST_OWNER"));
    owner.asks().body(Map.of("active", false)).patch(theirs).then().statusCode(409);
    owner.asks().delete(theirs).then().statusCode(409);

    assertThat(people.owners(owner.organisation())).isOne();
  }

  @Test
  void twoOwnersWhoDemoteEachOtherAtOnceLeaveOne() {
    for (int round = 0; round < 5; round++) {
      Member ann = people.owner();
      Member bob = people.beside(ann, "owner");

      List<Integer> answers =
          Stream.of(demotion(ann, bob.id()), demotion(bob, ann.id()))
              .map(CompletableFuture::join)
              .toList();

      assertThat(answers).contains(200);
      assertThat(people.owners(ann.organisation())).isOne();
    }
  }

  @Test
  void anEmptyChangeOrAnUnknownRoleIsRefused() {
    Member owner = people.owner();
    Member viewer = people.beside(owner, "viewer");

    owner.asks().body(Map.of()).patch(USERS + "/" + viewer.id()).then().statusCode(400);
    owner
        .asks()
        .body(Map.of("role", "god"))
        .patch(USERS + "/" + viewer.id())
        .then()
        .statusCode(400)
        .body("violations.field", containsInAnyOrder("role"));
    owner
        .asks()
        .get(USERS + "/" + viewer.id())
        .then()
        .body("role", equalTo("viewer"))
        .body("password_hash", nullValue());
  }

  private static CompletableFuture<Integer> demotion(Member by, UUID whom) {
    return CompletableFuture.supplyAsync(
        () -> by.asks().body(Map.of("role", "viewer")).patch(USERS + "/" + whom).statusCode());
  }
}
