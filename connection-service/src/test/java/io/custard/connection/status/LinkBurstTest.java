package io.custard.connection.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.connection.TestingTopics;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.LedgerHead;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class LinkBurstTest {
  private static final String GREEN =
      "select count(*) from connection.agent_link where connection_id = ? and database_lamp ="
          + " 'green'";
  private static final String LINKS =
      "select count(*) from connection.agent_link where connection_id = ?";
  private static final String HEADS =
      "select count(*) from connection.agent_ledger where connection_id = ? and lines = 3 and"
          + " highest_lines = 3 and warning is null";

  private final TestingTopics topics;
  private final DataSource database;
  private final ConnectionId connection;

  LinkBurstTest(TestingTopics topics, DataSource database) {
    this.topics = topics;
    this.database = database;
    this.connection = ConnectionId.random();
  }

  @Test
  void everyAgentOfABurstIsKeptAsItWasLast() {
    for (int agent = 0; agent < 90; agent++) {
      live("agent-" + agent, LinkId.random(), agent % 3 == 0);
    }

    await()
        .untilAsserted(() -> {
          assertThat(count(GREEN)).isEqualTo(60);
          assertThat(count(LINKS)).isEqualTo(60);
          assertThat(count(HEADS)).isEqualTo(90);
        });
  }

  private void live(String instance, LinkId link, boolean leaves) {
    long now = System.currentTimeMillis();
    EngineDescription engine = new EngineDescription("postgresql", "17");
    send(new AgentLinkedV1(connection, instance, link, engine, "b", now, null, null, null));
    for (int line = 1; line <= 3; line++) {
      send(health(instance, link, line < 3 ? "red" : "green", line));
    }
    if (leaves) {
      send(new AgentUnlinkedV1(connection, instance, link, "closed", now));
    }
  }

  private AgentHealthV1 health(String instance, LinkId link, String database, int line) {
    return TestingHealth.of(connection, instance, link)
        .database(database, null)
        .working("green", 0, false)
        .ledger(new LedgerHead(line, "0" + line))
        .event();
  }

  private void send(LinkEvent event) {
    topics.send(Topic.LINKS, connection.toString(), event);
  }

  private int count(String query) {
    try (Connection sql = database.getConnection();
        var statement = sql.prepareStatement(query)) {
      statement.setObject(1, UUID.fromString(connection.toString()));
      try (var found = statement.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
