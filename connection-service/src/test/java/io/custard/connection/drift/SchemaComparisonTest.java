package io.custard.connection.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.TableName;
import io.custard.protocol.event.SchemaChange;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaComparisonTest {
  private static final TableName ORDERS = new TableName("public", "orders");
  private static final Column ID = column("id", "bigint", false, null);

  private final SchemaComparison comparison = new SchemaComparison();

  @Test
  void tablesThatCameAndWentAreNamed() {
    comparison.table(null, orders(1, List.of(ID)));
    comparison.table(orders(1, List.of(ID)), null);

    assertThat(comparison.changes())
        .containsExactly(
            new SchemaChange("table-added", ORDERS, null, null, "table"),
            new SchemaChange("table-removed", ORDERS, null, "table", null));
  }

  @Test
  void columnsThatCameWentOrChangedAreNamedWithTheirTypes() {
    comparison.table(
        orders(1, List.of(ID, column("total", "numeric(10,2)", true, null), column("a", "text"))),
        orders(1, List.of(ID, column("total", "numeric(12,2)", false, null), column("b", "date"))));

    assertThat(comparison.changes())
        .containsExactly(
            new SchemaChange("column-removed", ORDERS, "a", "text", null),
            new SchemaChange(
                "column-changed", ORDERS, "total", "numeric(10,2)", "numeric(12,2) not null"),
            new SchemaChange("column-added", ORDERS, "b", null, "date"));
  }

  @Test
  void keysAndCommentsAreCompared() {
    TableDescription before = orders(1, List.of(ID));
    TableDescription after =
        new TableDescription(
            "public",
            "orders",
            TableDescription.TABLE,
            "What was bought",
            1,
            List.of(column("id", "bigint", false, "the key")),
            List.of("id"),
            List.of(new ForeignKey(List.of("c"), "public", "customers", List.of("id"))));

    comparison.table(before, after);

    assertThat(comparison.changes())
        .containsExactly(
            new SchemaChange("comment-changed", ORDERS, "id", null, "the key"),
            new SchemaChange(
                "keys-changed",
                ORDERS,
                null,
                null,
                "primary key (id); (c) -> public.customers (id)"),
            new SchemaChange("comment-changed", ORDERS, null, null, "What was bought"));
  }

  @Test
  void rowEstimatesAndTheOrderOfColumnsAreNoDrift() {
    Column other = column("other", "text");
    comparison.table(orders(1, List.of(ID, other)), orders(9_999, List.of(other, ID)));

    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.left()).isZero();
  }

  @Test
  void ofManyChangesTheFirstAreKeptAndTheRestCounted() {
    List<Column> many =
        IntStream.range(0, 250).mapToObj(i -> column("c" + i, "x".repeat(9_000))).toList();
    comparison.table(orders(1, List.of()), orders(1, many));

    assertThat(comparison.changes()).hasSize(200);
    assertThat(comparison.left()).isEqualTo(50);
    assertThat(comparison.changes()).allMatch(change -> change.after().length() == 200);
  }

  private static TableDescription orders(long rows, List<Column> columns) {
    return new TableDescription(
        "public", "orders", TableDescription.TABLE, null, rows, columns, List.of(), List.of());
  }

  private static Column column(String name, String type) {
    return column(name, type, true, null);
  }

  private static Column column(String name, String type, boolean nullable, String comment) {
    return new Column(name, ColumnType.TEXT, type, nullable, comment);
  }
}
