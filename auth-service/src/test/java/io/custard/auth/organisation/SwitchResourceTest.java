package io.custard.auth.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.custard.auth.TestingPeople;
import io.custard.auth.TestingPeople.Member;
import io.custard.auth.member.Memberships;
import io.custard.auth.session.Client;
import io.custard.auth.session.Sessions;
import io.custard.auth.session.SignedIn;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.testkit.Infrastructure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class SwitchResourceTest {
  private final TestingPeople people;
  private final Memberships memberships;
  private final Sessions sessions;

  SwitchResourceTest(TestingPeople people, Memberships memberships, Sessions sessions) {
    this.people = people;
    this.memberships = memberships;
    this.sessions = sessions;
  }

  @Test
  void theSameSessionGoesOnInTheOtherOrganisation() throws Throwable {
    Member home = people.owner();
    Member away = people.join(home.person(), people.organisation("Away"), "viewer");
    SignedIn before = logIn(home);

    Response after = change(before.accessToken(), away.organisation().toString());

    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.path("organisation.id").toString()).isEqualTo(away.organisation().toString());
    assertThat(after.path("role").toString()).isEqualTo("viewer");
    given()
        .auth()
        .oauth2(after.path("access_token"))
        .get("/api/v1/organisations/current")
        .then()
        .statusCode(200)
        .body("name", equalTo("Away"));
    assertThat(
            people.count(
                "select count(*) from auth.sessions where user_id = ? and revoked_at is null",
                home.id()))
        .isOne();
  }

  @Test
  void whereSomebodyIsNoActiveMemberIsNowhere() throws Throwable {
    Member home = people.owner();
    Member shut = people.join(home.person(), people.organisation("Shut"), "viewer");
    people.run(
        "update auth.memberships set active = false where organisation_id = ?",
        shut.organisation());
    String token = logIn(home).accessToken();

    for (String where :
        new String[] {
          shut.organisation().toString(),
          people.owner().organisation().toString(),
          UUID.randomUUID().toString(),
          "no-id"
        }) {
      change(token, where).then().statusCode(404).body("code", equalTo("ORGANISATION_NOT_FOUND"));
    }
  }

  private SignedIn logIn(Member member) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() ->
        Panache.withTransaction(() ->
            memberships
                .member(OrganisationId.of(member.organisation()), UserId.of(member.id()))
                .chain(place -> sessions.begin(place, new Client("127.0.0.1", "a test", false)))));
  }

  private static Response change(String token, String organisation) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(Map.of("organisation_id", organisation))
        .post("/api/v1/auth/switch-organisation");
  }
}
