package io.custard.connection.drift;

import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.TableName;
import io.custard.protocol.event.SchemaChange;
import io.custard.protocol.event.SchemaDriftedV1;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what differs between tables as they were and as they are. Row estimates and the order of
 * columns do not count. Of many changes the first are kept and the others counted.
 */
public final class SchemaComparison {
  private static final int LONGEST_WORDS = 200;

  private final List<SchemaChange> changes = new ArrayList<>();
  private int left;

  /** At most {@link SchemaDriftedV1#MOST_CHANGES}. */
  public List<SchemaChange> changes() {
    return List.copyOf(changes);
  }

  /** How many more there are. */
  public int left() {
    return left;
  }

  /** One table before and after; null: there was none, or is none. */
  public void table(@Nullable TableDescription before, @Nullable TableDescription after) {
    if (before == null && after == null) {
      return;
    }
    if (before == null || after == null || !before.kind().equals(after.kind())) {
      replaced(before, after);
      return;
    }
    TableName name = name(after);
    columns(name, before, after);
    add("keys-changed", name, null, keys(before), keys(after));
    add("comment-changed", name, null, before.comment(), after.comment());
  }

  private void replaced(@Nullable TableDescription before, @Nullable TableDescription after) {
    if (before != null) {
      put(new SchemaChange("table-removed", name(before), null, cut(before.kind()), null));
    }
    if (after != null) {
      put(new SchemaChange("table-added", name(after), null, null, cut(after.kind())));
    }
  }

  private void columns(TableName name, TableDescription before, TableDescription after) {
    Map<String, Column> old = byName(before.columns());
    Map<String, Column> now = byName(after.columns());
    for (Column column : old.values()) {
      if (!now.containsKey(column.name())) {
        put(new SchemaChange("column-removed", name, cut(column.name()), words(column), null));
      }
    }
    for (Column column : now.values()) {
      Column earlier = old.get(column.name());
      if (earlier == null) {
        put(new SchemaChange("column-added", name, cut(column.name()), null, words(column)));
      } else {
        add("column-changed", name, column.name(), words(earlier), words(column));
        add("comment-changed", name, column.name(), earlier.comment(), column.comment());
      }
    }
  }

  private void add(
      String kind,
      TableName table,
      @Nullable String column,
      @Nullable String before,
      @Nullable String after) {
    if (!Objects.equals(before, after)) {
      put(new SchemaChange(kind, table, cut(column), cut(before), cut(after)));
    }
  }

  private void put(SchemaChange change) {
    if (changes.size() < SchemaDriftedV1.MOST_CHANGES) {
      changes.add(change);
    } else {
      left++;
    }
  }

  private static Map<String, Column> byName(Collection<Column> columns) {
    return columns.stream()
        .collect(Collectors.toMap(Column::name, column -> column, (a, b) -> a, LinkedHashMap::new));
  }

  private static String words(Column column) {
    return cutWords(column.nativeType() + (column.nullable() ? "" : " not null"));
  }

  /** Null without a key. The order in which foreign keys were found means nothing. */
  private static @Nullable String keys(TableDescription table) {
    Stream<String> primary =
        table.primaryKey().isEmpty()
            ? Stream.empty()
            : Stream.of("primary key (" + String.join(", ", table.primaryKey()) + ")");
    Stream<String> foreign =
        table.foreignKeys().stream().map(SchemaComparison::words).distinct().sorted();
    String words = Stream.concat(primary, foreign).collect(Collectors.joining("; "));
    return words.isEmpty() ? null : words;
  }

  private static String words(ForeignKey key) {
    return "(%s) -> %s.%s (%s)"
        .formatted(
            String.join(", ", key.columns()),
            key.referencedSchema(),
            key.referencedTable(),
            String.join(", ", key.referencedColumns()));
  }

  private static TableName name(TableDescription table) {
    return new TableName(cutWords(table.schema()), cutWords(table.name()));
  }

  private static @Nullable String cut(@Nullable String words) {
    return words == null ? null : cutWords(words);
  }

  private static String cutWords(String words) {
    if (words.length() <= LONGEST_WORDS) {
      return words;
    }
    int end = LONGEST_WORDS - 1;
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
