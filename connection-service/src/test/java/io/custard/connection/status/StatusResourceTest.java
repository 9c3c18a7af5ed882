package io.custard.connection.status;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.LinkId;
import io.custard.protocol.PolicySummary;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class StatusResourceTest {
  private static final EngineDescription ENGINE = new EngineDescription("postgresql", "17.11");

  private final TestingTopics topics;
  private final DataSource database;
  private final TestingOwner owner = TestingOwner.fresh();
  private String connection;

  StatusResourceTest(TestingTopics topics, DataSource database) {
    this.topics = topics;
    this.database = database;
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

    send(TestingHealth.of(id(), "old", link).event());

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
  void silentLinkIsRedAfterThreeHeartbeatsAndGoneAfterAMinuteByOurClock() {
    LinkId link = LinkId.random();
    send(linked("one", link, now().minusSeconds(86_400)));
    send(health("one", link, "green", null, now().minusSeconds(86_399)));
    eventually(status ->
        status
            .body("linked", equalTo(true))
            .body("agents[0].lamps.link.state", equalTo("green"))
            .body("agents[0].lamps.database.state", equalTo("green")));

    heard(13);
    owner
        .sees(connection, "/status")
        .then()
        .body("linked", equalTo(false))
        .body("agents[0].lamps.link.state", equalTo("red"))
        .body("agents[0].lamps.database.state", equalTo("unknown"))
        .body("agents[0].database", equalTo("unknown"));
    owner.sees("", "").then().body("items[0].status", equalTo("unlinked"));

    heard(61);
    owner.sees(connection, "/status").then().body("agents", hasSize(0));

    send(health("one", link, "green", null, now()));
    eventually(status -> status.body("linked", equalTo(true)));
  }

  @Test
  void everythingAnAgentTellsIsShown() {
    LinkId link = LinkId.random();
    send(
        new AgentLinkedV1(
            id(),
            "one",
            link,
            ENGINE,
            "0.1.0",
            now().toEpochMilli(),
            "00000000000000aa",
            List.of("probe", "drain"),
            new PolicySummary("h1", "Allows 3 tables.")));
    send(told("one", link, "red", new LedgerHead(7, "ab")));

    eventually(status ->
        status
            .body("linked", equalTo(true))
            .body("agents[0].build", equalTo("0.1.0"))
            .body("agents[0].lamps.link.state", equalTo("green"))
            .body("agents[0].lamps.loop.state", equalTo("red"))
            .body("agents[0].lamps.loop.since", notNullValue())
            .body("agents[0].lamps.database.state", equalTo("green"))
            .body("agents[0].in_flight", equalTo(3))
            .body("agents[0].draining", equalTo(true))
            .body("agents[0].capabilities", equalTo(List.of("probe", "drain")))
            .body("agents[0].policy.hash", equalTo("h1"))
            .body("agents[0].policy.summary", equalTo("Allows 3 tables."))
            .body("agents[0].ledger.lines", equalTo(7))
            .body("agents[0].ledger.hash", equalTo("ab"))
            .body("agents[0].ledger_warning", nullValue())
            .body("agents[0].key_id", equalTo("00000000000000aa"))
            .body("ledgers[0].instance_id", equalTo("one"))
            .body("ledgers[0].highest_lines", equalTo(7)));
  }

  @Test
  void whatAnAgentTellsIsCutToSizeAndCannotStopTheConsumer() {
    LinkId link = LinkId.random();
    send(
        new AgentLinkedV1(
            id(), "x".repeat(3_000), link, ENGINE, "b", now().toEpochMilli(), null, null, null));
    send(
        new AgentLinkedV1(
            id(),
            "one",
            link,
            new EngineDescription("p\u0000g", "v".repeat(9_000)),
            "b\u0000".repeat(9_000),
            now().toEpochMilli(),
            "k".repeat(9_000),
            Collections.nCopies(500, "c".repeat(900)),
            new PolicySummary("h".repeat(9_000), "\u0000".repeat(5_000) + "s".repeat(9_000))));
    send(
        health(
            "one",
            link,
            "a lamp of another colour",
            "c\u0000".repeat(9_000),
            now().plusSeconds(9)));

    eventually(status ->
        status
            .body("agents", hasSize(1))
            .body("agents[0].engine", equalTo("pg"))
            .body("agents[0].build.length()", equalTo(200))
            .body("agents[0].capabilities", hasSize(50))
            .body("agents[0].policy.summary.length()", equalTo(1_000))
            .body("agents[0].code.length()", equalTo(200))
            .body("agents[0].lamps.database.state", equalTo("unknown")));
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
    return TestingHealth.of(id(), instance, link)
        .database(database, code)
        .withStrongRole()
        .at(at.toEpochMilli())
        .event();
  }

  private AgentHealthV1 told(String instance, LinkId link, String loop, LedgerHead ledger) {
    return TestingHealth.of(id(), instance, link).working(loop, 3, true).ledger(ledger).event();
  }

  private void heard(int secondsAgo) {
    try (Connection sql = database.getConnection();
        var statement =
            sql.prepareStatement(
                "update connection.agent_link set heard_at = now() - ? * interval '1 second' where"
                    + " connection_id = ?")) {
      statement.setInt(1, secondsAgo);
      statement.setObject(2, UUID.fromString(connection));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private AgentUnlinkedV1 unlinked(String instance, LinkId link) {
    return new AgentUnlinkedV1(id(), instance, link, "closed", now().toEpochMilli());
  }
}
