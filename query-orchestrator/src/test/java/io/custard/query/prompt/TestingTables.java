package io.custard.query.prompt;

import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables of a few words: a column named {@code x->y} is a reference to the key of table y. */
public final class TestingTables {
  private TestingTables() {}

  /** The first column is the key. */
  public static TableDescription table(String name, String... columns) {
    List<ForeignKey> keys = new ArrayList<>();
    for (String column : columns) {
      int arrow = column.indexOf("->");
      if (arrow > 0) {
        keys.add(
            new ForeignKey(
                List.of(column.substring(0, arrow)),
                "main",
                column.substring(arrow + 2),
                List.of("id")));
      }
    }
    return new TableDescription(
        "main",
        name,
        TableDescription.TABLE,
        null,
        -1,
        Arrays.stream(columns).map(TestingTables::column).toList(),
        List.of(columns[0]),
        keys);
  }

  private static Column column(String name) {
    return new Column(name.replaceFirst("->.*", ""), ColumnType.OTHER, "text", true, null);
  }

  /** A hotel's tables among many about machines. */
  public static List<TableDescription> hotel() {
    List<TableDescription> tables = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      tables.add(table("machine_" + i, "id", "serial_number", "voltage", "pressure", "name"));
    }
    tables.add(table("guests", "id", "name", "birth_date"));
    tables.add(table("stays", "id", "guest_id->guests", "room_id->rooms", "arrival"));
    tables.add(table("rooms", "id", "floor", "bed_count"));
    tables.add(table("archive_guests", "id", "name", "birth_date"));
    tables.add(table("sbinvoice", "id", "amt", "stay_id->stays"));
    tables.add(table("workers", "id", "name", "wage"));
    return tables;
  }
}
