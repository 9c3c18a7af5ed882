package io.custard.conversation;

import io.custard.conversation.change.ColumnValue;
import io.custard.conversation.change.ValueFinder;
import io.custard.conversation.state.ColumnName;
import io.custard.guard.Dialect;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Three small schemas with some of their values: a shop, a clinic, and a fleet of vans. */
final class TestingSchemas {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final List<TableDescription> SHOP =
      List.of(
          table(
              "customers",
              "id int, name text, country text, city text?, signed_up date, newsletter boolean",
              "id"),
          table(
              "orders",
              "id int, customer_id int, total numeric, status text, channel text?,"
                  + " ordered_at timestamp, paid boolean, billing_address_id int,"
                  + " shipping_address_id int?",
              "id",
              "customer_id customers id",
              "billing_address_id addresses id",
              "shipping_address_id addresses id"),
          table("addresses", "id int, street text, region text", "id"),
          table(
              "order_items",
              "id int, order_id int, product_id int, quantity int, price numeric",
              "id",
              "order_id orders id",
              "product_id products id"),
          table(
              "products",
              "id int, name text, category_id int?, price numeric",
              "id",
              "category_id categories id"),
          table("categories", "id int, name text", "id"));

  private static final List<TableDescription> CLINIC =
      List.of(
          table(
              "doctors",
              "id int, full_name text, specialty text, ward_id int",
              "id",
              "ward_id wards id"),
          table("wards", "id int, title text, floor int", "id"),
          table("patients", "id int, full_name text, gender text, born date", "id"),
          table(
              "visits",
              "id int, patient_id int, doctor_id int?, visited_on date, billed_on date?,"
                  + " fee numeric, outcome text",
              "id",
              "patient_id patients id",
              "doctor_id doctors id"));

  private static final List<TableDescription> FLEET =
      List.of(
          table("vans", "plate text, model text, fuel text, bought_on date", "plate"),
          table("Depots", "id int, \"Depot Name\" text", "id"),
          table(
              "trips",
              "id int, van_plate text, depot_id int, driver text, km numeric, litres numeric,"
                  + " started_at timestamp, \"order\" text",
              "id",
              "van_plate vans plate",
              "depot_id Depots id"));

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("germany", "customers.country"),
          Map.entry("france", "customers.country"),
          Map.entry("new zealand", "customers.country"),
          Map.entry("berlin", "customers.city"),
          Map.entry("o'fallon", "customers.city"),
          Map.entry("paid", "orders.status"),
          Map.entry("cancelled", "orders.status"),
          Map.entry("open", "orders.status"),
          Map.entry("web", "orders.channel"),
          Map.entry("phone", "orders.channel"),
          Map.entry("north", "addresses.region"),
          Map.entry("toys", "categories.name"),
          Map.entry("cardiology", "doctors.specialty"),
          Map.entry("surgery", "doctors.specialty"),
          Map.entry("female", "patients.gender"),
          Map.entry("cured", "visits.outcome"),
          Map.entry("referred", "visits.outcome"),
          Map.entry("diesel", "vans.fuel"),
          Map.entry("electric", "vans.fuel"),
          Map.entry("ada", "trips.driver"),
          Map.entry("ben", "trips.driver"),
          Map.entry("express", "trips.order"));

  /** Values that stand in more than one column. */
  private static final Map<String, List<String>> SEVERAL =
      Map.of("lisbon", List.of("customers.city", "customers.country"));

  private TestingSchemas() {}

  static List<TableDescription> tables(String schema) {
    return switch (schema) {
      case "shop" -> SHOP;
      case "clinic" -> CLINIC;
      case "fleet" -> FLEET;
      default -> throw new IllegalArgumentException(schema);
    };
  }

  static Knowledge knowledge(String schema, Dialect dialect) {
    List<TableDescription> tables = tables(schema);
    ValueFinder values =
        words -> {
          String key = words.toLowerCase(Locale.ROOT);
          List<String> columns = new ArrayList<>(SEVERAL.getOrDefault(key, List.of()));
          if (VALUES.containsKey(key)) {
            columns.add(Objects.requireNonNull(VALUES.get(key)));
          }
          return columns.stream()
              .map(column -> column.split("\\.", 2))
              .filter(parts -> tables.stream().anyMatch(table -> table.name().equals(parts[0])))
              .map(parts ->
                  new ColumnValue(new ColumnName(parts[0], parts[1]), spelled(key, parts[1])))
              .toList();
        };
    return new Knowledge(dialect, tables, values, TODAY);
  }

  // As the database spells it.
  private static String spelled(String key, String column) {
    boolean place = column.equals("country") || column.equals("city");
    if (key.equals("o'fallon")) {
      return "O'Fallon";
    }
    if (key.equals("new zealand")) {
      return "New Zealand";
    }
    return place || column.equals("driver")
        ? key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1)
        : key;
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
        List.of(primaryKey),
        Arrays.stream(foreignKeys).map(TestingSchemas::foreignKey).toList());
  }

  private static List<Column> columns(String columns) {
    List<Column> parsed = new ArrayList<>();
    for (String column : columns.split(", *", -1)) {
      int blank = column.strip().lastIndexOf(' ');
      String written = column.strip().substring(blank + 1);
      String type = written.replace("?", "");
      String name = column.strip().substring(0, blank).replace("\"", "");
      parsed.add(new Column(name, type(type), type, written.endsWith("?"), null));
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
