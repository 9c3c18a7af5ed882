package io.custard.check;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A shop: customers with orders and payments, orders with items, products, staff. */
final class TestingShop {
  private static final Path RESOURCES = Path.of("src/test/resources");

  /** A line of a data file: what is expected, a blank, a statement. */
  record Line(String expected, String sql) {}

  static final List<TableDescription> TABLES =
      List.of(
          table("regions", "id int, name text", "id"),
          table(
              "customers",
              "id int, name text, email text, budget numeric, region_id int?",
              "id",
              "region_id regions id"),
          table(
              "orders",
              "id int, customer_id int, total numeric, status text, created_at timestamp,"
                  + " paid boolean, token uuid",
              "id",
              "customer_id customers id"),
          table(
              "order_items",
              "id int, order_id int, product_id int, quantity int, price numeric",
              "id",
              "order_id orders id",
              "product_id products id"),
          table(
              "payments",
              "id int, customer_id int, amount numeric, paid_on date",
              "id",
              "customer_id customers id"),
          table("products", "id int, name text, price numeric, details json", "id"),
          table(
              "product_texts",
              "product_id int, lang text, title text",
              "product_id, lang",
              "product_id products id"),
          table(
              "employees",
              "id int, name text, city text, salary numeric, manager_id int?",
              "id",
              "manager_id employees id"),
          table("stores", "id int, name text, city text", "id"),
          table("sets", "id int, code text", "id"),
          table("AuditLog", "id int, userId int, createdAt timestamp", "id"),
          new TableDescription(
              "public",
              "big_spenders",
              TableDescription.VIEW,
              null,
              -1,
              columns("customer_id int, spent numeric"),
              List.of(),
              List.of()));

  private TestingShop() {}

  static Findings check(Dialect dialect, String sql) {
    Verdict verdict = new SqlGuard(dialect, GuardLimits.defaults()).judge(sql);
    if (verdict instanceof Verdict.Accepted accepted) {
      return new StatementCheck(dialect, TABLES).check(accepted.sql());
    }
    throw new AssertionError(verdict + " for " + sql);
  }

  static List<Line> lines(String file) {
    try (Stream<String> lines = Files.lines(RESOURCES.resolve(file))) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.split(" ", 2))
          .map(parts -> new Line(parts[0], parts[1].strip()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableDescription table(
      String name, String columns, String primaryKey, String... foreignKeys) {
    return new TableDescription(
        "public",
        name,
        TableDescription.TABLE,
        null,
        1_000,
        columns(columns),
        List.of(primaryKey.split(", ", -1)),
        Arrays.stream(foreignKeys).map(TestingShop::foreignKey).toList());
  }

  private static List<Column> columns(String columns) {
    List<Column> parsed = new ArrayList<>();
    for (String column : columns.split(", ", -1)) {
      String[] parts = column.split(" ", -1);
      boolean nullable = parts[1].endsWith("?");
      String type = parts[1].replace("?", "");
      parsed.add(new Column(parts[0], type(type), type, nullable, null));
    }
    return parsed;
  }

  private static ColumnType type(String type) {
    return switch (type) {
      case "int" -> ColumnType.INTEGER;
      case "numeric" -> ColumnType.DECIMAL;
      default -> ColumnType.valueOf(type.toUpperCase(Locale.ROOT));
    };
  }

  private static ForeignKey foreignKey(String key) {
    String[] parts = key.split(" ", -1);
    return new ForeignKey(List.of(parts[0]), "public", parts[1], List.of(parts[2]));
  }
}
