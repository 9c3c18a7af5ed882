package io.custard.query.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class KnownSchemasTest {
  private final KnownSchemas schemas;
  private final ConnectionId connection = ConnectionId.random();

  KnownSchemasTest(KnownSchemas schemas) {
    this.schemas = schemas;
  }

  @BeforeEach
  void discoverThreeTables() {
    put(10, "customers", "orders", "old");
    done(schemas.put(new SchemaHeaderV1(connection, 10, 3, "f1", null, null)));
  }

  @Test
  void wholeDiscoveryLeavesOnlyWhatItBrought() {
    put(20, "orders");
    done(schemas.put(new SchemaHeaderV1(connection, 20, 1, "f2", null, null)));

    assertThat(names()).containsExactly("orders");
    assertThat(done(schemas.version(connection))).contains(20L);
  }

  @Test
  void changesKeepTheTablesOfTheirBaseButForThoseThatAreGone() {
    put(20, "new");
    List<TableName> gone = List.of(new TableName("public", "old"));
    done(schemas.put(new SchemaHeaderV1(connection, 20, 3, "f2", 10L, gone)));

    assertThat(names()).containsExactly("customers", "new", "orders");
    assertThat(done(schemas.version(connection))).contains(20L);
  }

  @Test
  void changesOfABaseThatIsNotHeldAreIgnoredUntilTheNextWholeDiscovery() {
    List<TableName> gone = List.of(new TableName("public", "old"));
    done(schemas.put(new SchemaHeaderV1(connection, 30, 2, "f3", 20L, gone)));
    assertThat(done(schemas.version(connection))).contains(10L);
    assertThat(names()).contains("old");

    put(40, "orders");
    done(schemas.put(new SchemaHeaderV1(connection, 40, 1, "f4", null, null)));

    assertThat(names()).containsExactly("orders");
  }

  private void put(long version, String... tables) {
    for (String table : tables) {
      TableDescription description =
          new TableDescription(
              "public", table, TableDescription.TABLE, null, 1, List.of(), List.of(), List.of());
      done(schemas.put(new SchemaTableV1(connection, version, description)));
    }
  }

  private List<String> names() {
    return done(schemas.tables(connection)).stream().map(TableDescription::name).toList();
  }

  private static <T> T done(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(20));
  }
}
