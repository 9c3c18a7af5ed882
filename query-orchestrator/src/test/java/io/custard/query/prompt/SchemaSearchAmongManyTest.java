package io.custard.query.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaSearchAmongManyTest {
  private static final int ROOM = 2_000;

  private final List<TableDescription> tables = new ArrayList<>(fillers(1_000));

  @Test
  void aSmallSchemaIsShownWhole() {
    SchemaPart part = new SchemaSearch(fillers(5)).find("anything", 10_000);

    assertThat(part.tables()).hasSize(5);
    assertThat(part.all()).isEqualTo(5);
  }

  @Test
  void theTableThatIsAskedForIsFoundAmongAThousand() {
    tables.add(table("sales_invoices", "invoice_total"));

    SchemaPart part = new SchemaSearch(tables).find("What is the total of all invoices?", ROOM);

    assertThat(part.tables().getFirst().name()).isEqualTo("sales_invoices");
    assertThat(part.all()).isEqualTo(1_001);
  }

  @Test
  void whatATableRefersToComesWithIt() {
    tables.add(table("client", "label"));
    tables.add(
        new TableDescription(
            "public",
            "invoice",
            TableDescription.TABLE,
            null,
            1,
            List.of(column("client_ref")),
            List.of(),
            List.of(new ForeignKey(List.of("client_ref"), "public", "client", List.of("id")))));

    SchemaPart part = new SchemaSearch(tables).find("How many invoices are there?", ROOM);

    assertThat(part.tables()).extracting(TableDescription::name).contains("invoice", "client");
  }

  @Test
  void theRoomIsKeptTo() {
    SchemaPart part = new SchemaSearch(tables).find("filler thing number", ROOM);

    assertThat(SchemaText.of(part).length()).isBetween(1, ROOM);
  }

  private static List<TableDescription> fillers(int count) {
    return IntStream.range(0, count).mapToObj(i -> table("filler_" + i, "thing_" + i)).toList();
  }

  private static TableDescription table(String name, String column) {
    return new TableDescription(
        "public",
        name,
        TableDescription.TABLE,
        null,
        1,
        List.of(column("id"), column(column)),
        List.of("id"),
        List.of());
  }

  private static Column column(String name) {
    return new Column(name, ColumnType.INTEGER, "integer", false, null);
  }
}
