package io.custard.launcher.sample.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tests need to know of schema.sql, read from its text. */
record TestingSchema(String sql) {
  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE (\\w+) \\(\\n(.*?)\\n\\);", Pattern.DOTALL);
  private static final Pattern COLUMN = Pattern.compile("^    ([a-z_]+) +[a-z].*$");
  private static final Pattern REFERENCES = Pattern.compile("REFERENCES (\\w+)");

  record Column(String table, String name, String definition) {}

  record ForeignKey(String table, String column, String target) {}

  static TestingSchema read() {
    try (InputStream in = TestingSchema.class.getResourceAsStream("/sample/schema.sql")) {
      return new TestingSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (Matcher table = TABLE.matcher(sql); table.find(); ) {
      table
          .group(2)
          .lines()
          .map(COLUMN::matcher)
          .filter(Matcher::matches)
          .forEach(m -> columns.add(new Column(table.group(1), m.group(1), m.group())));
    }
    return columns;
  }

  List<String> columnsOf(String table) {
    return columns().stream().filter(c -> c.table().equals(table)).map(Column::name).toList();
  }

  List<ForeignKey> foreignKeys() {
    List<ForeignKey> keys = new ArrayList<>();
    for (Column column : columns()) {
      Matcher references = REFERENCES.matcher(column.definition());
      if (references.find()) {
        keys.add(new ForeignKey(column.table(), column.name(), references.group(1)));
      }
    }
    return keys;
  }

  boolean explains(Column column) {
    return sql.contains("COMMENT ON COLUMN " + column.table() + "." + column.name() + " IS '");
  }

  boolean explains(String table) {
    return sql.contains("COMMENT ON TABLE " + table + " IS '");
  }

  boolean indexes(ForeignKey key) {
    String table = key.table();
    String column = key.column();
    Column definition =
        columns().stream()
            .filter(c -> c.table().equals(table) && c.name().equals(column))
            .findFirst()
            .orElseThrow();
    return sql.contains(" ON " + table + " (" + column + ");")
        || definition.definition().contains("UNIQUE")
        || sql.contains("PRIMARY KEY (" + column + ", ")
        || sql.contains("UNIQUE (" + column + ", ");
  }
}
