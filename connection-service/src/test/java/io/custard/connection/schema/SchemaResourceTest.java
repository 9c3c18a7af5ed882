package io.custard.connection.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class SchemaResourceTest {
  private static final long MONDAY = 1_790_000_000_000L;
  private static final long TUESDAY = MONDAY + 86_400_000L;

  private final TestingTopics topics;
  private final TestingOwner owner = TestingOwner.fresh();
  private String connection;

  SchemaResourceTest(TestingTopics topics) {
    this.topics = topics;
  }

  @BeforeEach
  void createConnection() {
    connection = owner.hasConnection();
  }

  @Test
  void schemaThatHasNotArrivedIsSaidToBeMissing() {
    owner
        .sees(connection, "/schema")
        .then()
        .statusCode(409)
        .body("code", equalTo("QUERY_SCHEMA_UNKNOWN"));
  }

  @Test
  void discoveredSchemaIsShownInSnakeCase() {
    send(table(MONDAY, "orders"));
    send(new SchemaHeaderV1(id(), MONDAY, 1, "f1", null, null));

    eventually(schema ->
        schema
            .statusCode(200)
            .body("fingerprint", equalTo("f1"))
            .body("discovered_at", equalTo("2026-09-21T14:13:20Z"))
            .body("tables[0].schema", equalTo("public"))
            .body("tables[0].row_estimate", equalTo(7))
            .body("tables[0].primary_key", equalTo(List.of("id")))
            .body("tables[0].columns[0].native_type", equalTo("bigint"))
            .body("tables[0].columns[0].type", equalTo("integer"))
            .body("tables[0].foreign_keys[0].referenced_table", equalTo("customers"))
            .body("tables[0].foreign_keys[0].referenced_columns", equalTo(List.of("id"))));
    owner
        .sees(connection, "/status")
        .then()
        .body("schema.fingerprint", equalTo("f1"))
        .body("schema.tables", equalTo(1))
        .body("schema.discovered_at", equalTo("2026-09-21T14:13:20Z"));
  }

  @Test
  void schemaHeaderRemovesDroppedTables() {
    discover(MONDAY, "f1", "customers", "orders");
    eventually(schema -> schema.body("tables.name", equalTo(List.of("customers", "orders"))));

    discover(TUESDAY, "f2", "customers");

    eventually(schema ->
        schema
            .body("fingerprint", equalTo("f2"))
            .body("tables.name", equalTo(List.of("customers"))));
  }

  @Test
  void halfADiscoveryIsNotSeen() {
    discover(MONDAY, "f1", "customers");

    send(table(TUESDAY, "orders"));
    topics.sendText(Topic.SCHEMAS, connection, "garbage");
    discover(MONDAY, "f1 again", "customers");

    eventually(schema ->
        schema
            .body("fingerprint", equalTo("f1 again"))
            .body("tables.name", equalTo(List.of("customers"))));
  }

  @Test
  void olderDiscoveryThatComesLateIsIgnored() {
    discover(TUESDAY, "f2", "customers");

    discover(MONDAY, "f1", "customers", "orders");
    discover(TUESDAY, "f2 again", "customers");

    eventually(schema ->
        schema
            .body("fingerprint", equalTo("f2 again"))
            .body("tables.name", equalTo(List.of("customers"))));
  }

  @Test
  void firstDiscoveryAndOneThatFindsNothingNewAreNoDrift() {
    discover(MONDAY, "f1", "customers");
    discover(TUESDAY, "f1", "customers");
    eventually(schema -> schema.body("discovered_at", equalTo("2026-09-22T14:13:20Z")));

    owner.sees(connection, "/schema/drift").then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  void driftIsListedNewestFirstAndPublishedOnThePartitionOfTheConnection() {
    discover(MONDAY, "f1", "customers");
    discover(TUESDAY, "f2", "customers", "orders");
    discover(TUESDAY + 1, "f3", "orders");

    await()
        .untilAsserted(() ->
            owner
                .sees(connection, "/schema/drift?limit=5")
                .then()
                .statusCode(200)
                .body("items.to", equalTo(List.of("f3", "f2")))
                .body("items[0].from", equalTo("f2"))
                .body("items[0].left", equalTo(0))
                .body("items[0].changes[0].kind", equalTo("table-removed"))
                .body("items[0].changes[0].table", equalTo("customers"))
                .body("items[1].discovered_at", equalTo("2026-09-22T14:13:20Z"))
                .body("items[1].changes[0].kind", equalTo("table-added"))
                .body("items[1].changes[0].schema", equalTo("public"))
                .body("items[1].changes[0].table", equalTo("orders")));
    String key = connection + "/drift";
    await().until(() -> topics.read(Topic.SCHEMAS, key), told -> told.size() == 2);
    assertThat(topics.read(Topic.SCHEMAS, key).getLast())
        .contains("\"type\":\"drifted\"", "\"table-removed\"");
    assertThat(topics.partitionOf(Topic.SCHEMAS, key))
        .isEqualTo(Math.floorMod(connection.hashCode(), topics.partitions(Topic.SCHEMAS)));
  }

  @Test
  void redeliveredDiscoveryIsNoSecondDrift() {
    discover(MONDAY, "f1", "customers");
    discover(TUESDAY, "f2", "orders");
    discover(MONDAY, "f1", "customers");
    discover(TUESDAY, "f2", "orders");
    discover(TUESDAY + 1, "f2", "orders");

    eventually(schema -> schema.body("discovered_at", equalTo("2026-09-22T14:13:20.001Z")));
    owner.sees(connection, "/schema/drift").then().body("items", hasSize(1));
  }

  @Test
  void changesKeepTheTablesOfTheirBaseButForThoseThatAreGone() {
    discover(MONDAY, "f1", "customers", "orders", "old");
    send(table(TUESDAY, "new"));
    send(
        new SchemaHeaderV1(
            id(), TUESDAY, 3, "f2", MONDAY, List.of(new TableName("public", "old"))));

    eventually(schema ->
        schema
            .body("fingerprint", equalTo("f2"))
            .body("tables.name", equalTo(List.of("customers", "new", "orders"))));
    owner
        .sees(connection, "/schema/drift")
        .then()
        .body("items", hasSize(1))
        .body("items[0].changes.kind", equalTo(List.of("table-added", "table-removed")))
        .body("items[0].changes.table", equalTo(List.of("new", "old")));
  }

  @Test
  void changesOfABaseThatIsNotHeldAreIgnored() {
    discover(MONDAY, "f1", "customers");
    send(table(TUESDAY, "new"));
    send(new SchemaHeaderV1(id(), TUESDAY, 2, "f2", MONDAY + 1, List.of()));
    discover(MONDAY, "f1 again", "customers");

    eventually(schema ->
        schema
            .body("fingerprint", equalTo("f1 again"))
            .body("tables.name", equalTo(List.of("customers"))));
  }

  @Test
  void strangerSeesNoDrift() {
    discover(MONDAY, "f1", "customers");
    discover(TUESDAY, "f2", "orders");

    TestingOwner.fresh()
        .sees(connection, "/schema/drift")
        .then()
        .statusCode(404)
        .body("code", equalTo("CONNECTION_NOT_FOUND"));
    owner.sees(connection, "/schema/drift?limit=51").then().statusCode(400);
  }

  @Test
  void nameTooLongForAKeyDoesNotStopTheConsumer() {
    String random =
        Stream.generate(() -> UUID.randomUUID().toString())
            .limit(300)
            .collect(Collectors.joining());
    send(table(MONDAY, random));
    discover(MONDAY, "f1", "customers");

    eventually(schema -> schema.body("tables.name", equalTo(List.of("customers"))));
  }

  private void eventually(Consumer<ValidatableResponse> claim) {
    await().untilAsserted(() -> claim.accept(owner.sees(connection, "/schema").then()));
  }

  private void discover(long version, String fingerprint, String... tables) {
    for (String table : tables) {
      send(table(version, table));
    }
    send(new SchemaHeaderV1(id(), version, tables.length, fingerprint, null, null));
  }

  private void send(SchemaEvent event) {
    topics.send(Topic.SCHEMAS, connection, event);
  }

  private ConnectionId id() {
    return ConnectionId.fromString(connection);
  }

  private SchemaTableV1 table(long version, String name) {
    return new SchemaTableV1(
        id(),
        version,
        new TableDescription(
            "public",
            name,
            TableDescription.TABLE,
            null,
            7,
            List.of(
                new TableDescription.Column("id", ColumnType.INTEGER, "bigint", false, "the key")),
            List.of("id"),
            List.of(
                new TableDescription.ForeignKey(
                    List.of("customer_id"), "public", "customers", List.of("id")))));
  }
}
