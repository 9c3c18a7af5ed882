package io.custard.auth.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.custard.auth.TestingEvents;
import io.custard.auth.TestingPeople;
import io.custard.auth.TestingPeople.Member;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class OrganisationResourceTest {
  private static final String ALL = "/api/v1/organisations";
  private static final String CURRENT = ALL + "/current";

  private final TestingPeople people;
  private final TestingEvents events;

  OrganisationResourceTest(TestingPeople people, TestingEvents events) {
    this.people = people;
    this.events = events;
  }

  @Test
  void whoFoundsAnOrganisationOwnsItBesideTheirOthers() {
    Member owner = people.owner();

    String founded =
        owner
            .asks()
            .body(Map.of("name", " Custard Ltd "))
            .post(ALL)
            .then()
            .statusCode(201)
            .body("name", equalTo("Custard Ltd"))
            .body("role", equalTo("owner"))
            .extract()
            .path("id");

    owner
        .asks()
        .get(ALL)
        .then()
        .body("items.id", contains(owner.organisation().toString(), founded));
    owner.asks().get(CURRENT).then().body("id", equalTo(owner.organisation().toString()));
    await()
        .untilAsserted(() -> {
          assertThat(events.identity("org:" + founded).path("name").asText())
              .isEqualTo("Custard Ltd");
          assertThat(events.identity("member:" + founded + ":" + owner.id()).path("role").asText())
              .isEqualTo("owner");
        });
  }

  @Test
  void administratorsRenameAndOthersDoNot() {
    Member owner = people.owner();
    Member admin = people.beside(owner, "admin");
    Member analyst = people.beside(owner, "analyst");

    analyst.asks().body(Map.of("name", "Mine")).patch(CURRENT).then().statusCode(403);
    admin
        .asks()
        .body(Map.of("name", "Trifle Ltd"))
        .patch(CURRENT)
        .then()
        .statusCode(200)
        .body("name", equalTo("Trifle Ltd"));

    await()
        .untilAsserted(() ->
            assertThat(events.identity("org:" + owner.organisation()).path("name").asText())
                .isEqualTo("Trifle Ltd"));
  }

  @Test
  void aNameIsNeitherEmptyNorLongNorMadeOfControlCharacters() {
    Member owner = people.owner();

    for (String name : List.of(" ", "x".repeat(101), "a\nb", "a\u0000b")) {
      owner
          .asks()
          .body(Map.of("name", name))
          .post(ALL)
          .then()
          .statusCode(400)
          .body("code", equalTo("REQUEST_INVALID"));
    }
  }

  @Test
  void anOwnerWhoTypesTheNameDeletesTheOrganisationAndAllMemberships() {
    Member owner = people.owner();
    Member viewer = people.beside(owner, "viewer");

    owner.asks().body(Map.of("name", "pudding ltd")).delete(CURRENT).then().statusCode(400);
    assertThat(people.isMember(viewer)).isTrue();
    owner.asks().body(Map.of("name", "Pudding Ltd")).delete(CURRENT).then().statusCode(204);

    assertThat(
            people.count(
                "select count(*) from auth.organisations where id = ?", owner.organisation()))
        .isZero();
    assertThat(people.isMember(viewer)).isFalse();
    await()
        .untilAsserted(() -> {
          assertThat(events.identity("org:" + owner.organisation()).path("deleted").asBoolean())
              .isTrue();
          assertThat(
                  events
                      .identity("member:" + owner.organisation() + ":" + viewer.id())
                      .path("deleted")
                      .asBoolean())
              .isTrue();
        });
  }

  @Test
  void anAdministratorDeletesNoOrganisation() {
    Member owner = people.owner();
    Member admin = people.beside(owner, "admin");

    admin.asks().body(Map.of("name", "Pudding Ltd")).delete(CURRENT).then().statusCode(403);
    new Member(admin.person(), owner.organisation(), "owner")
        .asks()
        .body(Map.of("name", "Pudding Ltd"))
        .delete(CURRENT)
        .then()
        .statusCode(403);

    assertThat(people.isMember(owner)).isTrue();
  }

  @Test
  void theLastOwnerCannotLeaveAndOthersCan() {
    Member owner = people.owner();
    Member viewer = people.beside(owner, "viewer");

    owner
        .asks()
        .post(CURRENT + "/leave")
        .then()
        .statusCode(409)
        .body("code", equalTo("ORGANISATION_LAST_OWNER"));
    viewer.asks().post(CURRENT + "/leave").then().statusCode(204);

    assertThat(people.isMember(owner)).isTrue();
    assertThat(people.isMember(viewer)).isFalse();
  }

  @Test
  void ofTwoOwnersWhoLeaveAtOnceOneStays() {
    for (int round = 0; round < 5; round++) {
      Member ann = people.owner();
      Member bob = people.beside(ann, "owner");

      List<Integer> answers =
          Stream.of(leaving(ann), leaving(bob)).map(CompletableFuture::join).toList();

      assertThat(answers).containsExactlyInAnyOrder(204, 409);
      assertThat(people.owners(ann.organisation())).isOne();
    }
  }

  @Test
  void anOwnerWhoIsShutOutOrDeactivatedByThePlatformCountsAsNone() {
    Member ann = people.owner();
    Member bob = people.beside(ann, "owner");
    people.run("update auth.users set active = false where id = ?", bob.id());

    ann.asks().post(CURRENT + "/leave").then().statusCode(409);
  }

  @Test
  void theOrganisationOfAStrangerIsUnknown() {
    Member owner = people.owner();
    Member stranger = new Member(people.person(), owner.organisation(), "owner");

    stranger
        .asks()
        .get(CURRENT)
        .then()
        .statusCode(404)
        .body("code", equalTo("ORGANISATION_NOT_FOUND"));
    stranger.asks().body(Map.of("name", "Pudding Ltd")).delete(CURRENT).then().statusCode(404);
    new Member(owner.person(), UUID.randomUUID(), "owner")
        .asks()
        .get(CURRENT)
        .then()
        .statusCode(404);
  }

  private static CompletableFuture<Integer> leaving(Member member) {
    return CompletableFuture.supplyAsync(() -> member.asks().post(CURRENT + "/leave").statusCode());
  }
}
