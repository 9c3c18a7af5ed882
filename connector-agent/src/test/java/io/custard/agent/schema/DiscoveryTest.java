package io.custard.agent.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableName;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaFailed;
import io.custard.protocol.agent.SchemaTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
  private static final TableDescription A = table("a", "integer", 10);
  private static final TableDescription B = table("b", "integer", 10);
  private static final TableDescription C = table("c", "integer", 10);

  private final TestingSchema database = new TestingSchema();
  private final TestingLink link = new TestingLink();
  private final Discovery discovery =
      new Discovery(database, () -> new Fingerprint(new ObjectMapper()), table -> table);

  @Test
  void withNothingSentBeforeEverythingIsSent() {
    database.has(A, B);

    discover("d1", true);

    assertThat(tables("d1")).containsExactly("a", "b");
    assertThat(end("d1").baseId()).isNull();
    assertThat(end("d1").gone()).isNull();
    assertThat(discovery.lastFingerprint()).contains(end("d1").fingerprint());
  }

  @Test
  void onlyWhatChangedIsSentAndWhatIsGoneIsNamed() {
    database.has(A, B);
    discover("d1", null);
    database.has(A, table("c", "text", 1));
    discover("d2", true);
    database.has(A, C);
    discover("d3", true);

    assertThat(tables("d2")).containsExactly("c");
    assertThat(end("d2").baseId()).isEqualTo("d1");
    assertThat(end("d2").gone()).containsExactly(new TableName("public", "b"));
    assertThat(end("d2").tables()).isEqualTo(2);
    assertThat(tables("d3")).containsExactly("c");
    assertThat(end("d3").baseId()).isEqualTo("d2");
    assertThat(end("d3").gone()).isEmpty();
  }

  @Test
  void changesHaveTheFingerprintOfTheWhole() {
    database.has(A, B);
    discover("d1", null);
    database.has(A, B, C);
    discover("d2", true);
    discover("d3", null);

    assertThat(tables("d3")).containsExactly("a", "b", "c");
    assertThat(end("d2").fingerprint()).isEqualTo(end("d3").fingerprint());
  }

  @Test
  void anotherRowEstimateIsNoChange() {
    database.has(A);
    discover("d1", null);
    database.has(table("a", "integer", 99));
    discover("d2", true);

    assertThat(tables("d2")).isEmpty();
    assertThat(end("d2").fingerprint()).isEqualTo(end("d1").fingerprint());
  }

  @Test
  void aDiscoveryThatBreaksOffLeavesTheBaseAsItWas() {
    database.has(A, B);
    discover("d1", null);
    database.has(A, C);
    database.breaksAfter(2);
    discover("d2", true);
    database.breaksAfter(Integer.MAX_VALUE);
    discover("d3", true);

    assertThat(link.frames(SchemaFailed.class))
        .containsExactly(
            new SchemaFailed("d2", "AGENT_DATABASE_UNAVAILABLE", "The database does not answer."));
    assertThat(tables("d3")).containsExactly("c");
    assertThat(end("d3").baseId()).isEqualTo("d1");
    assertThat(end("d3").gone()).containsExactly(new TableName("public", "b"));
  }

  @Test
  void everyLinkHasABaseOfItsOwnAndALostOneHasNone() {
    TestingLink other = new TestingLink();
    database.has(A);
    discover("d1", null);
    discovery.run(new Discover("d2", true), other);
    discovery.abandon(link);
    discover("d3", true);

    assertThat(other.frames(SchemaTable.class)).hasSize(1);
    assertThat(tables("d3")).containsExactly("a");
    assertThat(end("d3").baseId()).isNull();
  }

  @Test
  void discoveriesComeOneAfterTheOtherAndTooManyAreRefused() {
    database.has(A);
    database.hold();
    for (int i = 0; i < 10; i++) {
      discover("d" + i, null);
    }

    assertThat(database.running()).isEqualTo(1);
    assertThat(link.frames(SchemaFailed.class))
        .containsExactly(
            new SchemaFailed(
                "d9", ErrorCode.AGENT_BUSY.name(), "The agent reads the schema already."));
    database.release();
    assertThat(link.frames(SchemaEnd.class)).hasSize(9);
    assertThat(database.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void aLostLinkEndsItsDiscoveryWithoutAWord() {
    database.has(A);
    database.hold();
    discover("d1", null);
    discover("d2", null);

    discovery.abandon(link);
    database.release();

    assertThat(link.frames(Object.class)).isEmpty();
    discover("d3", true);
    assertThat(tables("d3")).containsExactly("a");
  }

  @Test
  void aHugeSchemaIsSentWholeEveryTime() {
    TableDescription[] many = new TableDescription[20_001];
    for (int i = 0; i < many.length; i++) {
      many[i] = table("t" + i, "integer", 1);
    }
    database.has(many);
    discover("d1", null);
    discover("d2", true);

    assertThat(tables("d2")).hasSize(20_001);
    assertThat(end("d2").baseId()).isNull();
  }

  private void discover(String id, Boolean changesOnly) {
    discovery.run(new Discover(id, changesOnly), link);
  }

  private List<String> tables(String id) {
    return link.frames(SchemaTable.class).stream()
        .filter(frame -> frame.discoveryId().equals(id))
        .map(frame -> frame.table().name())
        .toList();
  }

  private SchemaEnd end(String id) {
    return link.frames(SchemaEnd.class).stream()
        .filter(frame -> frame.discoveryId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static TableDescription table(String name, String type, long rows) {
    List<Column> columns = List.of(new Column("x", ColumnType.INTEGER, type, true, null));
    return new TableDescription(
        "public", name, TableDescription.TABLE, null, rows, columns, List.of(), List.of());
  }
}
