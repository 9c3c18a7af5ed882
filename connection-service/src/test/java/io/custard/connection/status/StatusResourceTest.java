package io.custard.connection.status;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.LinkId;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class StatusResourceTest {
  private static final EngineDescription ENGINE = new EngineDescription("postgresql", "17.11");

  private final TestingTopics topics;
  private final TestingOwner owner = TestingOwner.fresh();
  private String connection;

  StatusResourceTest(TestingTopics topics) {
    this.topics = topics;
  }

  @BeforeEach
  void createConnection() {
    connection = owner.hasConnection();
  }

  @Test
  void newConnectionIsNotLinkedAndHasNoSchema() {
    owner
        .sees(connection, "/status")
        .then()
        .statusCode(200)
        .body("id", equalTo(connection))
        .body("linked", equalTo(false))
        .body("agents", hasSize(0))
        .body("schema", nullValue());
  }

  @Test
  void linkedAgentIsSeenWithItsHealth() {
    LinkId link = LinkId.random();

    send(linked("one", link, now()));
    send(health("one", link, "red", "AGENT_DATABASE_UNAVAILABLE", now()));

    eventually(status ->
        status
            .body("linked", equalTo(true))
            .body("agents[0].instance_id", equalTo("one"))
            .body("agents[0].link_id", equalTo(link.toString()))
            .body("agents[0].engine", equalTo("postgresql"))
            .body("agents[0].engine_version", equalTo("17.11"))
            .body("agents[0].database", equalTo("red"))
            .body("agents[0].code", equalTo("AGENT_DATABASE_UNAVAILABLE"))
            .body("agents[0].role_warning", equalTo("is a superuser"))
            .body("agents[0].role_findings", equalTo(List.of("It is a superuser.")))
            .body("agents[0].role_repair", equalTo("CREATE ROLE r;")));
    owner.sees("", "").then().body("items[0].status", equalTo("linked"));
  }

  @Test
  void agentThatDoesNotTellItsFindingsShowsNone() {
    LinkId link = LinkId.random();

    send(
        new AgentHealthV1(
            id(),
            "old",
            link,
            "green",
            null,
            null,
            null,
            now().toEpochMilli(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));

    eventually(status ->
        status
            .body("agents[0].instance_id", equalTo("old"))
            .body("agents[0].role_findings", nullValue())
            .body("agents[0].role_repair", nullValue()));
  }

  @Test
  void laterLinkOfTheSameInstanceWinsAndTheEndOfTheOlderDoesNotRemoveIt() {
    LinkId older = LinkId.random();
    LinkId later = LinkId.random();

    send(linked("one", older, now().minusSeconds(2)));
    send(linked("one", later, now().minusSeconds(1)));
    send(linked("one", older, now().minusSeconds(2)));
    send(unlinked("one", older));
    send(linked("sentinel", LinkId.random(), now()));

    eventually(status ->
        status
            .body("agents", hasSize(2))
            .body("agents[0].link_id", equalTo(later.toString()))
            .body("agents[1].instance_id", equalTo("sentinel")));
  }

  @Test
  void endOfALinkRemovesIt() {
    LinkId link = LinkId.random();
    send(linked("one", link, now()));
    eventually(status -> status.body("linked", equalTo(true)));

    send(unlinked("one", link));

    eventually(status -> status.body("linked", equalTo(false)).body("agents", hasSize(0)));
  }

  @Test
  void linkThatWasSilentForAMinuteDoesNotCount() {
    LinkId silent = LinkId.random();
    send(linked("silent", silent, now().minusSeconds(61)));
    send(linked("sentinel", LinkId.random(), now()));

    eventually(status -> status.body("agents.instance_id", equalTo(java.util.List.of("sentinel"))));

    send(health("silent", silent, "green", null, now()));
    eventually(status -> status.body("agents", hasSize(2)));
  }

  @Test
  void redeliveredLinkDoesNotForgetTheHealth() {
    LinkId link = LinkId.random();
    AgentLinkedV1 linked = linked("one", link, now());
    send(linked);
    send(health("one", link, "green", null, now()));

    send(linked);
    send(linked("sentinel", LinkId.random(), now()));

    eventually(
        status -> status.body("agents", hasSize(2)).body("agents[0].database", equalTo("green")));
  }

  @Test
  void garbageOnTheTopicDoesNotStopTheConsumer() {
    topics.sendText(Topic.LINKS, connection, "{ this is no JSON");
    topics.sendText(Topic.LINKS, connection, "[]");
    topics.sendText(Topic.LINKS, connection, "{\"type\":\"linked\"}");
    topics.sendText(Topic.LINKS, connection, "{\"type\":\"from-the-future\",\"x\":1}");
    send(
        new AgentLinkedV1(
            id(),
            "nul \u0000 nul",
            LinkId.random(),
            ENGINE,
            "build",
            now().toEpochMilli(),
            null,
            null,
            null));

    send(linked("after", LinkId.random(), now()));

    eventually(status -> status.body("agents.instance_id", equalTo(java.util.List.of("after"))));
  }

  private void eventually(Consumer<ValidatableResponse> claim) {
    await().untilAsserted(() -> claim.accept(owner.sees(connection, "/status").then()));
  }

  private void send(LinkEvent event) {
    topics.send(Topic.LINKS, connection, event);
  }

  private ConnectionId id() {
    return ConnectionId.fromString(connection);
  }

  private static Instant now() {
    return Instant.now();
  }

  private AgentLinkedV1 linked(String instance, LinkId link, Instant at) {
    return new AgentLinkedV1(
        id(), instance, link, ENGINE, "0.1.0", at.toEpochMilli(), null, null, null);
  }

  private AgentHealthV1 health(
      String instance, LinkId link, String database, String code, Instant at) {
    return new AgentHealthV1(
        id(),
        instance,
        link,
        database,
        code,
        null,
        "is a superuser",
        at.toEpochMilli(),
        List.of("It is a superuser."),
        "CREATE ROLE r;",
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private AgentUnlinkedV1 unlinked(String instance, LinkId link) {
    return new AgentUnlinkedV1(id(), instance, link, "closed", now().toEpochMilli());
  }
}
