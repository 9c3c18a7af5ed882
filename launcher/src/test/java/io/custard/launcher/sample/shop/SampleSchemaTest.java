package io.custard.launcher.sample.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleSchemaTest {
  private final TestingSchema schema = TestingSchema.read();
  private final TestingTables tables = TestingTables.generated();

  @Test
  void tablesHaveTheColumnsOfTheSchemaInItsOrder() {
    assertThat(tables.inOrder())
        .hasSizeGreaterThanOrEqualTo(12)
        .allSatisfy(table ->
            assertThat(table.columns())
                .isNotEmpty()
                .containsExactlyElementsOf(schema.columnsOf(table.name())));
  }

  @Test
  void everyRowHasAValueOrNullForEachColumn() {
    assertThat(tables.inOrder())
        .allSatisfy(table ->
            assertThat(table.rows())
                .allMatch(row -> row.values().size() == table.columns().size()));
  }

  @Test
  void everyTableAndColumnIsExplained() {
    assertThat(schema.columns()).hasSizeGreaterThan(100).allMatch(schema::explains);
    assertThat(tables.inOrder()).extracting(SampleTable::name).allMatch(schema::explains);
  }

  @Test
  void everyForeignKeyHasAnIndex() {
    assertThat(schema.foreignKeys()).hasSize(20).allMatch(schema::indexes);
  }

  @Test
  void everyForeignKeyFindsItsRow() {
    for (TestingSchema.ForeignKey key : schema.foreignKeys()) {
      SampleTable target = tables.table(key.target());
      Set<String> known = new HashSet<>(tables.column(key.target(), target.columns().getFirst()));

      Set<String> missing = new HashSet<>(tables.column(key.table(), key.column()));
      missing.remove(null);
      missing.removeAll(known);

      assertThat(missing).as(key.toString()).isEmpty();
    }
  }

  @Test
  void everyTableComesAfterTheTablesItRefersTo() {
    for (TestingSchema.ForeignKey key : schema.foreignKeys()) {
      assertThat(tables.inOrder().indexOf(tables.table(key.target())))
          .as(key.toString())
          .isLessThanOrEqualTo(tables.inOrder().indexOf(tables.table(key.table())));
    }
  }

  @Test
  void uniqueColumnsHoldNoValueTwice() {
    schema.columns().stream()
        .filter(column -> column.definition().matches(".*(PRIMARY KEY|UNIQUE).*"))
        .forEach(column ->
            assertThat(tables.column(column.table(), column.name()))
                .as(column.toString())
                .doesNotHaveDuplicates());
  }

  @Test
  void columnsThatMustHaveAValueHaveOne() {
    schema.columns().stream()
        .filter(column -> column.definition().matches(".*(PRIMARY KEY|NOT NULL).*"))
        .forEach(column ->
            assertThat(tables.column(column.table(), column.name()))
                .as(column.toString())
                .doesNotContainNull());
  }
}
