package io.custard.connection.schema;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription;
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
import java.util.function.Consumer;
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
