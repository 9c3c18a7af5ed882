package io.custard.connection.access;

import static io.restassured.RestAssured.given;

import io.custard.connection.TestingTopics;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.protocol.event.IdentityEvent;
import io.custard.protocol.event.MembershipV1;
import io.custard.protocol.event.PersonV1;
import io.custard.protocol.event.SessionRevokedV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.TestingTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A member with a session of their own, and what auth-service tells of them. */
record TestingPerson(UUID user, UUID organisation, String role, UUID session) {
  static TestingPerson in(UUID organisation, String role) {
    return new TestingPerson(UUID.randomUUID(), organisation, role, UUID.randomUUID());
  }

  TestingTokens.Draft token() {
    return TestingTokens.of(user, organisation).role(role).session(session);
  }

  RequestSpecification asks() {
    return given().auth().oauth2(token().signed()).contentType(ContentType.JSON);
  }

  Response sees(String connection, String what) {
    return asks().get("/api/v1/connections/" + connection + what);
  }

  Response grants(String connection, TestingPerson whom, String level) {
    return asks()
        .body(Map.of("level", level))
        .put("/api/v1/connections/" + connection + "/grants/" + whom.user());
  }

  MembershipV1 membership(String nowRole, boolean deleted) {
    return new MembershipV1(
        UserId.of(user), OrganisationId.of(organisation), micros(), nowRole, true, null, deleted);
  }

  /** A member whose tokens from before this second are refused. */
  MembershipV1 changedTo(String nowRole) {
    return new MembershipV1(
        UserId.of(user),
        OrganisationId.of(organisation),
        micros(),
        nowRole,
        true,
        Instant.now().getEpochSecond(),
        false);
  }

  PersonV1 person(boolean active) {
    return new PersonV1(UserId.of(user), micros(), "ann@example.com", null, active, null, false);
  }

  SessionRevokedV1 sessionRevoked() {
    return new SessionRevokedV1(session, micros(), Instant.now().getEpochSecond() + 3_600);
  }

  static void tell(TestingTopics topics, IdentityEvent event) {
    topics.send(Topic.IDENTITY, event.key(), event);
  }

  static long micros() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }
}
