package io.custard.auth.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.custard.auth.TestingEvents;
import io.custard.auth.TestingPeople;
import io.custard.auth.TestingPeople.Member;
import io.custard.auth.TestingPeople.Person;
import io.custard.auth.mail.Letter;
import io.custard.auth.mail.QueuedMail;
import io.custard.testkit.Infrastructure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
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
class InvitationResourceTest {
  private static final String INVITATIONS = "/api/v1/organisations/current/invitations";
  private static final String PASSWORD = "blue trifle on a windowsill";

  private final TestingPeople people;
  private final TestingEvents events;
  private final InvitationComposer composer;

  InvitationResourceTest(TestingPeople people, TestingEvents events, InvitationComposer composer) {
    this.people = people;
    this.events = events;
    this.composer = composer;
  }

  @Test
  void whoIsInvitedOpensAnAccountByTheLinkAndIsLoggedIn() throws Throwable {
    Member owner = people.owner();
    String email = newEmail();
    Response invited = invite(owner, email, "analyst");
    assertThat(invited.statusCode()).isEqualTo(201);

    Response accepted = accept(token(invited), PASSWORD);

    assertThat(accepted.statusCode()).isEqualTo(200);
    assertThat(accepted.path("user.email").toString()).isEqualTo(email);
    assertThat(accepted.path("organisation.id").toString())
        .isEqualTo(owner.organisation().toString());
    assertThat(accepted.path("role").toString()).isEqualTo("analyst");
    assertThat(accepted.path("access_token").toString()).isNotEmpty();
    owner.asks().get(INVITATIONS).then().body("items", empty());
    String user = accepted.path("user.id");
    await()
        .untilAsserted(() -> {
          assertThat(events.identity("user:" + user).path("email").asText()).isEqualTo(email);
          assertThat(
                  events
                      .identity("member:" + owner.organisation() + ":" + user)
                      .path("role")
                      .asText())
              .isEqualTo("analyst");
        });
  }

  @Test
  void anInvitationIsGoodOnceAlsoForTwoAtOnce() throws Throwable {
    Member owner = people.owner();
    String token = token(invite(owner, newEmail(), "viewer"));

    var answers =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> accept(token, PASSWORD).statusCode()))
            .limit(3)
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join))
        .containsOnlyOnce(200)
        .allMatch(status -> status == 200 || status == 400 || status == 401);
    accept(token, PASSWORD).then().statusCode(400).body("code", equalTo("INVITATION_INVALID"));
  }

  @Test
  void whoHasAnAccountLogsInToJoin() throws Throwable {
    Member owner = people.owner();
    Member bob = people.owner();
    String token = token(invite(owner, bob.person().email(), "admin"));

    accept(token, PASSWORD).then().statusCode(401).body("code", equalTo("AUTH_REQUIRED"));
    join(people.owner(), token).then().statusCode(400).body("code", equalTo("INVITATION_INVALID"));
    join(bob, token)
        .then()
        .statusCode(200)
        .body("organisation_id", equalTo(owner.organisation().toString()))
        .body("role", equalTo("admin"));

    join(bob, token).then().statusCode(400);
    assertThat(people.isMember(new Member(bob.person(), owner.organisation(), "admin"))).isTrue();
  }

  @Test
  void theAnswerDoesNotTellWhetherThereIsAnAccount() {
    Member owner = people.owner();
    Person known = people.owner().person();

    Response toKnown = invite(owner, known.email(), "viewer");
    Response toUnknown = invite(owner, newEmail(), "viewer");

    assertThat(toKnown.statusCode()).isEqualTo(toUnknown.statusCode());
    assertThat(toKnown.<Map<String, Object>>path("").keySet())
        .isEqualTo(toUnknown.<Map<String, Object>>path("").keySet());
  }

  @Test
  void aRevokedOrOldInvitationOpensNothing() throws Throwable {
    Member owner = people.owner();
    Response revoked = invite(owner, newEmail(), "viewer");
    String revokedToken = token(revoked);
    Response old = invite(owner, newEmail(), "viewer");
    String oldToken = token(old);

    owner.asks().delete(INVITATIONS + "/" + revoked.path("id")).then().statusCode(204);
    people.run(
        "update auth.invitations set expires_at = now() - interval '1 second' where id = ?",
        UUID.fromString(old.path("id")));

    accept(revokedToken, PASSWORD).then().statusCode(400);
    accept(oldToken, PASSWORD).then().statusCode(400).body("code", equalTo("INVITATION_INVALID"));
    accept("made-up", PASSWORD).then().statusCode(400);
  }

  @Test
  void anInvitationEndsWithThePowerOfWhoSentIt() throws Throwable {
    Member owner = people.owner();
    Member admin = people.beside(owner, "admin");
    String token = token(invite(admin, newEmail(), "admin"));

    owner
        .asks()
        .body(Map.of("role", "analyst"))
        .patch("/api/v1/auth/users/" + admin.id())
        .then()
        .statusCode(200);

    accept(token, PASSWORD).then().statusCode(400).body("code", equalTo("INVITATION_INVALID"));
  }

  @Test
  void nobodyInvitesAboveTheirOwnRole() {
    Member owner = people.owner();
    Member admin = people.beside(owner, "admin");
    Member analyst = people.beside(owner, "analyst");

    assertThat(invite(admin, newEmail(), "owner").statusCode()).isEqualTo(403);
    assertThat(invite(analyst, newEmail(), "viewer").statusCode()).isEqualTo(403);
    assertThat(invite(admin, newEmail(), "admin").statusCode()).isEqualTo(201);
    assertThat(invite(owner, newEmail(), "owner").statusCode()).isEqualTo(201);
  }

  @Test
  void aSecondMailHasToWaitAndAMemberNeedsNone() {
    Member owner = people.owner();
    Member viewer = people.beside(owner, "viewer");
    String email = newEmail();

    Response first = invite(owner, email, "viewer");
    invite(owner, email, "viewer").then().statusCode(429).body("code", equalTo("INVITATION_LIMIT"));
    people.run("update auth.invitations set mailed_at = now() - interval '2 minutes'");
    invite(owner, " " + email.toUpperCase(Locale.ROOT), "analyst")
        .then()
        .statusCode(201)
        .body("id", equalTo(first.path("id")))
        .body("role", equalTo("analyst"));
    people.run("update auth.invitations set mails = 5, mailed_at = now() - interval '2 minutes'");
    invite(owner, email, "viewer").then().statusCode(429);
    invite(owner, viewer.person().email(), "viewer")
        .then()
        .statusCode(409)
        .body("code", equalTo("MEMBER_ALREADY"));
  }

  @Test
  void invitationsOfAnotherOrganisationAreUnknown() {
    Member owner = people.owner();
    String id = invite(people.owner(), newEmail(), "viewer").path("id");

    owner.asks().get(INVITATIONS).then().body("items.id", not(contains(id)));
    owner
        .asks()
        .delete(INVITATIONS + "/" + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("INVITATION_NOT_FOUND"));
    owner.asks().delete(INVITATIONS + "/no-id").then().statusCode(404);
    assertThat(
            people.count("select count(*) from auth.invitations where id = ?", UUID.fromString(id)))
        .isOne();
  }

  @Test
  void aWeakPasswordIsRefusedAndTheInvitationStays() throws Throwable {
    Member owner = people.owner();
    String token = token(invite(owner, newEmail(), "viewer"));

    accept(token, "password1234")
        .then()
        .statusCode(422)
        .body("code", equalTo("AUTH_PASSWORD_WEAK"));
    accept(token, PASSWORD).then().statusCode(200);
  }

  /** As the mail has it. */
  private String token(Response invited) throws Throwable {
    UUID id = UUID.fromString(invited.path("id"));
    QueuedMail mail =
        new QueuedMail(InvitationComposer.KIND, invited.<String>path("email"), id, null);
    Letter letter =
        VertxContextSupport.subscribeAndAwait(
                () -> Panache.withTransaction(() -> composer.compose(mail)))
            .orElseThrow();
    String link = letter.values().get("link");
    return link.substring(link.indexOf("#token=") + 7);
  }

  private static Response invite(Member by, String email, String role) {
    return by.asks().body(Map.of("email", email, "role", role)).post(INVITATIONS);
  }

  private static Response accept(String token, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("token", token, "password", password, "name", "Bob"))
        .post("/api/v1/auth/accept-invitation");
  }

  private static Response join(Member by, String token) {
    return by.asks().body(Map.of("token", token)).post("/api/v1/organisations/join");
  }

  private static String newEmail() {
    return "bob-" + UUID.randomUUID() + "@example.com";
  }
}
