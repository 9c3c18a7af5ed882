package io.custard.agent.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ColumnType;
import org.junit.jupiter.api.Test;

class SqliteColumnTest {
  @Test
  void aColumnDeclaredAsBlobIsWhatItsFirstValueIs() {
    SqliteColumn column = SqliteColumn.declared("c", "BLOB");

    assertThat(column.isUnknown()).isTrue();
    assertThat(type(column.seen("text"))).isEqualTo(ColumnType.TEXT);
    assertThat(type(column.seen(1L))).isEqualTo(ColumnType.INTEGER);
    assertThat(type(column.seen(new byte[] {1}))).isEqualTo(ColumnType.BYTES);
    assertThat(type(column.seen(null))).isEqualTo(ColumnType.BYTES);
  }

  @Test
  void anyOtherDeclarationStands() {
    SqliteColumn column = SqliteColumn.declared("c", "VARCHAR(10)");

    assertThat(column.isUnknown()).isFalse();
    assertThat(type(column.seen(1L))).isEqualTo(ColumnType.TEXT);
  }

  private static ColumnType type(SqliteColumn column) {
    return column.described().type();
  }
}
