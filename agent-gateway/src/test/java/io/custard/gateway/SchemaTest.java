package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.Capability;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaFailed;
import io.custard.protocol.agent.SchemaTable;
import io.custard.protocol.event.DiscoverCommand;
import io.custard.protocol.event.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest extends GatewayTestBase {
  private static final List<String> CHANGES = List.of(Capability.SCHEMA_CHANGES);

  @Test
  void aWholeSchemaIsPassedOnWithItsHeaderLast() throws Exception {
    ScriptedAgent agent = linked("a");
    String id = agent.await("discover").path("discoveryId").asText();

    agent.send(new SchemaTable(id, table("t1")));
    agent.send(new SchemaTable(id, table("t2")));
    agent.send(new SchemaEnd(id, 2, "f", null, null));

    try (EventReader schemas = new EventReader(kafka, Topic.SCHEMAS, connection)) {
      assertThat(schemas.next(this::isTable).path("table").path("name").asText()).isEqualTo("t1");
      assertThat(schemas.next(this::isTable).path("table").path("name").asText()).isEqualTo("t2");
      JsonNode header = schemas.next(this::isHeader);
      assertThat(header.path("version").asText()).isEqualTo(id);
      assertThat(header.path("tables").asInt()).isEqualTo(2);
      assertThat(header.has("base")).isFalse();
    }
    agent.close();
  }

  @Test
  void aSchemaOfWhichSomethingIsMissingGetsNoHeader() throws Exception {
    ScriptedAgent agent = linked("a");
    String id = agent.await("discover").path("discoveryId").asText();

    agent.send(new SchemaTable(id, table("t1")));
    agent.send(new SchemaEnd(id, 2, "f", null, null));
    agent.send(new SchemaTable("12345", table("t9")));
    agent.send(new SchemaEnd("12345", 1, "f", null, null));

    try (EventReader schemas = new EventReader(kafka, Topic.SCHEMAS, connection)) {
      schemas.next(this::isTable);
      assertThat(schemas.within(Duration.ofSeconds(2))).isEmpty();
    }
    agent.close();
  }

  @Test
  void whoAsksGetsTheChangesSinceTheLastWholeSchema() throws Exception {
    ScriptedAgent agent = linked("a", CHANGES);
    JsonNode first = agent.await("discover");
    String whole = first.path("discoveryId").asText();
    assertThat(first.has("changesOnly")).isFalse();
    agent.send(new SchemaEnd(whole, 0, "f", null, null));

    try (EventReader schemas = new EventReader(kafka, Topic.SCHEMAS, connection)) {
      schemas.next(this::isHeader);
      JsonNode second = askUntilAsked(agent);
      assertThat(second.path("changesOnly").asBoolean()).isTrue();
      String id = second.path("discoveryId").asText();
      agent.send(new SchemaTable(id, table("t1")));
      agent.send(new SchemaEnd(id, 1, "g", whole, List.of(new TableName("s", "gone"))));

      JsonNode header = schemas.next(this::isHeader);
      assertThat(header.path("base").asText()).isEqualTo(whole);
      assertThat(header.path("gone").get(0).path("name").asText()).isEqualTo("gone");
    }
    agent.close();
  }

  @Test
  void anAgentThatKnowsNoChangesIsAskedForEverything() throws Exception {
    ScriptedAgent agent = linked("a");
    String whole = agent.await("discover").path("discoveryId").asText();
    agent.send(new SchemaEnd(whole, 0, "f", null, null));

    assertThat(askUntilAsked(agent).has("changesOnly")).isFalse();
    agent.close();
  }

  @Test
  void aDatabaseThatCameBackIsReadAgain() throws Exception {
    ScriptedAgent agent = linked("a");
    String id = agent.await("discover").path("discoveryId").asText();
    agent.send(new SchemaFailed(id, "AGENT_DATABASE_UNAVAILABLE", "away"));

    agent.health("red");
    agent.health("green");

    assertThat(agent.await("discover").path("discoveryId").asText()).isNotEqualTo(id);
    agent.close();
  }

  /** The last discovery is over a moment after its header was seen. */
  private JsonNode askUntilAsked(ScriptedAgent agent) throws Exception {
    await()
        .untilAsserted(() -> {
          command(new DiscoverCommand(target("a")));
          assertThat(agent.has("discover")).isTrue();
        });
    return agent.await("discover");
  }

  private boolean isTable(JsonNode event) {
    return event.has("table");
  }

  private boolean isHeader(JsonNode event) {
    return event.has("fingerprint");
  }

  private static TableDescription table(String name) {
    return new TableDescription(
        "s", name, TableDescription.TABLE, null, 1, List.of(), List.of(), List.of());
  }
}
