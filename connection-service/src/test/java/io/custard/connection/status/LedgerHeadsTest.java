package io.custard.connection.status;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.LinkId;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class LedgerHeadsTest {
  private final TestingTopics topics;
  private final TestingOwner owner = TestingOwner.fresh();
  private String connection;

  LedgerHeadsTest(TestingTopics topics) {
    this.topics = topics;
  }

  @BeforeEach
  void createConnection() {
    connection = owner.hasConnection();
  }

  @Test
  void ledgerThatGoesBackIsShownAndAuditedAndItsHighestHeadKept() {
    LinkId link = LinkId.random();
    send(told("one", link, new LedgerHead(7, "ab")));
    send(told("other", LinkId.random(), new LedgerHead(2, "cd")));
    send(told("one", link, new LedgerHead(5, "ef")));

    eventually(status ->
        status
            .body(
                "agents.find { it.instance_id == 'one' }.ledger_warning",
                equalTo("The ledger had 7 lines and now has 5: its end was cut off."))
            .body("agents.find { it.instance_id == 'one' }.ledger.lines", equalTo(5))
            .body("agents.find { it.instance_id == 'other' }.ledger_warning", nullValue())
            .body("ledgers.find { it.instance_id == 'one' }.highest_lines", equalTo(7))
            .body("ledgers.find { it.instance_id == 'one' }.highest_hash", equalTo("ab")));
    String organisation = owner.organisation().toString();
    await()
        .until(() ->
            topics.read(Topic.AUDIT, organisation).stream()
                .anyMatch(event ->
                    event.contains("\"ledger.went-back\"")
                        && event.contains("agent-key:00000000000000aa")
                        && event.contains(connection)));
  }

  @Test
  void ledgerOfAnAgentThatIsGoneIsStillShown() {
    LinkId link = LinkId.random();
    send(told("one", link, new LedgerHead(7, "ab")));
    eventually(status -> status.body("ledgers", hasSize(1)));

    send(new AgentUnlinkedV1(id(), "one", link, "closed", System.currentTimeMillis()));

    eventually(
        status -> status.body("agents", hasSize(0)).body("ledgers[0].last.hash", equalTo("ab")));
  }

  @Test
  void olderHealthThatComesAgainIsNoLedgerThatWentBack() {
    LinkId link = LinkId.random();
    AgentHealthV1 older = told("one", link, new LedgerHead(7, "ab"));
    send(older);
    send(told("one", link, new LedgerHead(9, "cd")));
    send(older);
    send(told("sentinel", LinkId.random(), new LedgerHead(1, "ef")));

    eventually(status ->
        status
            .body("agents", hasSize(2))
            .body("ledgers.find { it.instance_id == 'one' }.last.lines", equalTo(9))
            .body("ledgers.find { it.instance_id == 'one' }.warning", nullValue()));
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

  private AgentHealthV1 told(String instance, LinkId link, LedgerHead ledger) {
    return TestingHealth.of(id(), instance, link).working("green", 3, true).ledger(ledger).event();
  }
}
