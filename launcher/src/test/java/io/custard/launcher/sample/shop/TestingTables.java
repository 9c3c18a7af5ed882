package io.custard.launcher.sample.shop;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The generated tables, read by name. */
final class TestingTables {
  private final Map<String, SampleTable> tables = new HashMap<>();
  private final List<SampleTable> inOrder;

  private TestingTables(SampleShop shop) {
    inOrder = shop.tables();
    inOrder.forEach(table -> tables.put(table.name(), table));
  }

  static TestingTables generated() {
    return new TestingTables(SampleShop.generate());
  }

  List<SampleTable> inOrder() {
    return inOrder;
  }

  SampleTable table(String name) {
    return tables.get(name);
  }

  /** The values of a column in the order of the rows, null for NULL. */
  List<String> column(String table, String column) {
    int index = table(table).indexOf(column);
    return table(table).rows().map(row -> row.values().get(index)).toList();
  }

  Stream<Map<String, String>> rows(String name) {
    SampleTable table = table(name);
    return table.rows().map(row -> asMap(table, row));
  }

  /** The sum of a column of money for each value of a key column. */
  Map<String, BigDecimal> sums(String table, String key, String money) {
    Map<String, BigDecimal> sums = new HashMap<>();
    rows(table).forEach(row -> sums.merge(row.get(key), decimal(row, money), BigDecimal::add));
    return sums;
  }

  /** One column for each value of a unique one. */
  Map<String, String> lookup(String table, String key, String value) {
    Map<String, String> found = new HashMap<>();
    rows(table).forEach(row -> found.put(row.get(key), row.get(value)));
    return found;
  }

  static BigDecimal decimal(Map<String, String> row, String column) {
    return new BigDecimal(row.get(column));
  }

  private static Map<String, String> asMap(SampleTable table, SampleRow row) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < table.columns().size(); i++) {
      map.put(table.columns().get(i), row.values().get(i));
    }
    return map;
  }
}
