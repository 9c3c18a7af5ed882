package io.custard.auth.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.custard.auth.TestingEvents;
import io.custard.auth.TestingPeople;
import io.custard.auth.TestingPeople.Member;
import io.custard.auth.TestingPeople.Person;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class PlatformResourceTest {
  private static final String USERS = "/api/v1/auth/platform/users";
  private static final String ORGANISATIONS = "/api/v1/auth/platform/organisations";

  private final TestingPeople people;
  private final TestingEvents events;

  PlatformResourceTest(TestingPeople people, TestingEvents events) {
    this.people = people;
    this.events = events;
  }

  @Test
  void anOwnerIsNoAdministratorOfTheInstallation() {
    Member owner = people.owner();

    owner.asks().get(USERS).then().statusCode(403).body("code", equalTo("AUTH_FORBIDDEN"));
    owner.asks().get(ORGANISATIONS).then().statusCode(403);
    owner
        .asks()
        .body(Map.of("active", false))
        .patch(USERS + "/" + owner.id())
        .then()
        .statusCode(403);
    owner.asks().delete(USERS + "/" + owner.id()).then().statusCode(403);
    given().get(USERS).then().statusCode(401);
  }

  @Test
  void peopleOfEveryOrganisationAreFoundByEmail() {
    Member one = people.owner();
    Member admin = people.owner();

    asPlatform(admin)
        .queryParam("search", one.person().email())
        .get(USERS)
        .then()
        .statusCode(200)
        .body("items.id", contains(one.id().toString()));
    asPlatform(admin).queryParam("limit", 1).get(USERS).then().body("items", hasSize(1));
    asPlatform(admin)
        .get(USERS + "/" + one.id())
        .then()
        .body("email", equalTo(one.person().email()));
    asPlatform(admin).get(USERS + "/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void organisationsAreListedWithTheirCounts() {
    Member admin = people.owner();
    String name = "Org " + UUID.randomUUID();
    UUID organisation = people.organisation(name);
    people.join(people.person(), organisation, "owner");
    people.join(people.person(), organisation, "viewer");

    asPlatform(admin)
        .queryParam("search", name)
        .get(ORGANISATIONS)
        .then()
        .statusCode(200)
        .body("items.id", contains(organisation.toString()))
        .body("items[0].members", equalTo(2))
        .body("items[0].owners", equalTo(1))
        .body("items[0].api_tokens", equalTo(0));
  }

  @Test
  void aShutAccountIsToldAndReopened() {
    Member admin = people.owner();
    Member other = people.owner();
    String theirs = USERS + "/" + other.id();

    asPlatform(admin)
        .body(Map.of("active", false))
        .patch(theirs)
        .then()
        .statusCode(200)
        .body("active", equalTo(false));
    await()
        .untilAsserted(() -> {
          var event = events.identity("user:" + other.id());
          assertThat(event.path("active").asBoolean()).isFalse();
          assertThat(event.path("tokensNotBefore").asLong()).isPositive();
        });
    await()
        .untilAsserted(() ->
            assertThat(events.audit("user:" + admin.id()))
                .anyMatch(act -> act.path("action").asText().equals("person.changed")));

    asPlatform(admin)
        .body(Map.of("active", true))
        .patch(theirs)
        .then()
        .body("active", equalTo(true));
  }

  @Test
  void aDeletedPersonIsGoneWithTheOrganisationOnlyTheyWereIn() {
    Member admin = people.owner();
    Member lonely = people.owner();

    asPlatform(admin).delete(USERS + "/" + lonely.id()).then().statusCode(204);

    assertThat(people.count("select count(*) from auth.users where id = ?", lonely.id())).isZero();
    assertThat(
            people.count(
                "select count(*) from auth.organisations where id = ?", lonely.organisation()))
        .isZero();
    await()
        .untilAsserted(() -> {
          assertThat(events.identity("user:" + lonely.id()).path("deleted").asBoolean()).isTrue();
          assertThat(events.identity("user:" + lonely.id()).path("email").asText()).isEmpty();
          assertThat(events.identity("org:" + lonely.organisation()).path("deleted").asBoolean())
              .isTrue();
        });
  }

  @Test
  void theLastOwnerOfOthersIsNotDeleted() {
    Member admin = people.owner();
    Member owner = people.owner();
    people.beside(owner, "viewer");

    asPlatform(admin)
        .delete(USERS + "/" + owner.id())
        .then()
        .statusCode(409)
        .body("code", equalTo("ORGANISATION_LAST_OWNER"));

    assertThat(people.isMember(owner)).isTrue();
  }

  @Test
  void nobodyShutsThemselvesOut() {
    Member admin = people.owner();

    asPlatform(admin)
        .body(Map.of("active", false))
        .patch(USERS + "/" + admin.id())
        .then()
        .statusCode(403);
    asPlatform(admin).delete(USERS + "/" + admin.id()).then().statusCode(403);
  }

  @Test
  void anAdministratorOfTheInstallationIsNoMemberElsewhere() {
    Member admin = people.owner();
    Person stranger = people.owner().person();

    asPlatform(admin).get("/api/v1/auth/users/" + stranger.id()).then().statusCode(404);
  }

  private static RequestSpecification asPlatform(Member member) {
    String token =
        TestingTokens.of(member.id(), member.organisation())
            .role("owner\",\"platform-admin")
            .signed();
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }
}
