package io.custard.launcher.sample.shop;

import static io.custard.launcher.sample.shop.TestingTables.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleShopTest {
  /** Changes whenever a single value changes; take the new one from the failing test. */
  private static final String SHA_256 =
      "ecde5099ea0bb8bf356000000d9d3b9f1e64748261c4901749704155eaec9a9f";

  private final TestingTables tables = TestingTables.generated();

  @Test
  void generatesTheSameRowsEveryTime() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");

    for (SampleTable table : tables.inOrder()) {
      digest.update(table.name().getBytes(StandardCharsets.UTF_8));
      table
          .rows()
          .forEach(row -> digest.update(row.values().toString().getBytes(StandardCharsets.UTF_8)));
    }

    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(SHA_256);
  }

  @Test
  void rowsCanBeReadAgain() {
    SampleTable payments = tables.table("payments");

    List<SampleRow> first = payments.rows().toList();

    assertThat(payments.rows()).containsExactlyElementsOf(first);
  }

  @Test
  void holdsAtLeastHundredThousandRows() {
    long rows = tables.inOrder().stream().mapToLong(table -> table.rows().count()).sum();

    assertThat(rows).isBetween(100_000L, 200_000L);
  }

  @Test
  void newestOrderIsOnTheReferenceDate() {
    assertThat(tables.column("orders", "order_date"))
        .isSorted()
        .last()
        .isEqualTo(SampleShop.REFERENCE_DATE.toString());
  }

  @Test
  void nothingHappensAfterTheReferenceDate() {
    String dayAfter = SampleShop.REFERENCE_DATE.plusDays(1).toString();
    Map<String, String> days =
        Map.of(
            "payments", "paid_at",
            "shipments", "delivered_on",
            "returns", "returned_on",
            "reviews", "written_at",
            "customers", "registered_on",
            "employees", "hired_on");

    days.forEach((table, column) ->
        assertThat(tables.column(table, column))
            .as(table)
            .allMatch(day -> day == null || day.compareTo(dayAfter) < 0));
  }

  @Test
  void lineTotalsEqualQuantityTimesPriceMinusDiscount() {
    assertThat(tables.rows("order_items"))
        .allMatch(row ->
            decimal(row, "quantity")
                    .multiply(decimal(row, "unit_price"))
                    .subtract(decimal(row, "discount"))
                    .compareTo(decimal(row, "line_total"))
                == 0);
  }

  @Test
  void orderTotalsEqualTheirItemsAndShipping() {
    Map<String, BigDecimal> items = tables.sums("order_items", "order_id", "line_total");

    assertThat(tables.rows("orders"))
        .allMatch(row ->
            items
                    .get(row.get("order_id"))
                    .add(decimal(row, "shipping_cost"))
                    .compareTo(decimal(row, "total_amount"))
                == 0);
  }

  @Test
  void paymentsCoverEveryOrderThatWasNotCancelled() {
    Map<String, BigDecimal> paid = new HashMap<>();
    tables
        .rows("payments")
        .filter(row -> row.get("status").equals("paid"))
        .forEach(row -> paid.merge(row.get("order_id"), decimal(row, "amount"), BigDecimal::add));

    assertThat(tables.rows("orders"))
        .allSatisfy(row ->
            assertThat(paid.get(row.get("order_id")))
                .isEqualTo(
                    row.get("status").equals("cancelled") ? null : decimal(row, "total_amount")));
  }

  @Test
  void parcelsLeaveAfterTheOrderAndArriveAfterThat() {
    Map<String, String> ordered = tables.lookup("orders", "order_id", "order_date");

    assertThat(tables.rows("shipments"))
        .allMatch(row -> row.get("shipped_on").compareTo(ordered.get(row.get("order_id"))) >= 0)
        .allMatch(row ->
            row.get("delivered_on") == null
                || row.get("delivered_on").compareTo(row.get("shipped_on")) > 0);
  }

  @Test
  void goodsComeBackOnlyAfterTheyArrived() {
    Map<String, String> orderOf = tables.lookup("order_items", "order_item_id", "order_id");
    Map<String, String> arrived = tables.lookup("orders", "order_id", "order_date");
    arrived.putAll(tables.lookup("shipments", "order_id", "delivered_on"));
    Map<String, String> quantities = tables.lookup("order_items", "order_item_id", "quantity");

    assertThat(tables.rows("returns"))
        .allMatch(row -> {
          String item = row.get("order_item_id");
          return row.get("returned_on").compareTo(arrived.get(orderOf.get(item))) > 0
              && decimal(row, "quantity").compareTo(new BigDecimal(quantities.get(item))) <= 0;
        });
  }

  @Test
  void storeOrdersAreServedByAnEmployeeOfTheStoreWhoWasThere() {
    Map<String, String> storeOf = tables.lookup("employees", "employee_id", "store_id");
    Map<String, String> hiredOn = tables.lookup("employees", "employee_id", "hired_on");

    assertThat(tables.rows("orders").filter(row -> row.get("channel").equals("store")))
        .isNotEmpty()
        .allMatch(row -> row.get("store_id").equals(storeOf.get(row.get("employee_id"))))
        .allMatch(row -> hiredOn.get(row.get("employee_id")).compareTo(row.get("order_date")) <= 0);
  }

  @Test
  void ordersGoToAnAddressOfTheCustomer() {
    Map<String, String> owner = tables.lookup("addresses", "address_id", "customer_id");

    assertThat(tables.rows("orders").filter(row -> row.get("channel").equals("online")))
        .allMatch(row -> row.get("customer_id").equals(owner.get(row.get("shipping_address_id"))));
  }

  @Test
  void someCustomersNeverOrderedAndSomeProductsWereNeverSold() {
    Set<String> buyers = Set.copyOf(tables.column("orders", "customer_id"));
    Set<String> sold = Set.copyOf(tables.column("order_items", "product_id"));

    assertThat(buyers).hasSizeBetween(4_500, 8_000);
    assertThat(tables.column("products", "product_id").size() - sold.size()).isBetween(10, 80);
  }

  @Test
  void aTenthOfTheProductsMakesAThirdOfTheSales() {
    Map<String, Long> sales =
        tables.column("order_items", "product_id").stream()
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    List<Long> bestFirst = sales.values().stream().sorted((a, b) -> Long.compare(b, a)).toList();

    long best = bestFirst.stream().limit(60).mapToLong(count -> count).sum();

    assertThat(best * 3).isGreaterThan(tables.table("order_items").rows().count());
  }

  @Test
  void decemberOutsellsFebruaryAndEveryYearTheOneBefore() {
    Map<String, Long> months =
        tables.column("orders", "order_date").stream()
            .collect(Collectors.groupingBy(day -> day.substring(0, 7), Collectors.counting()));

    for (LocalDate year = SampleShop.FIRST_ORDER_DATE;
        year.getYear() < SampleShop.REFERENCE_DATE.getYear();
        year = year.plusYears(1)) {
      long february = months.get(year.getYear() + "-02");
      assertThat(months.get(year.getYear() + "-12")).isGreaterThan(february * 2);
      assertThat(months.get(year.getYear() + 1 + "-02")).isGreaterThan(february);
    }
  }

  @Test
  void mailAddressesLeadNowhere() {
    assertThat(tables.column("customers", "email"))
        .allMatch(email -> email.matches("[a-z]+\\.[a-z]+\\d+@example\\.(com|org|net)"));
    assertThat(tables.column("employees", "email")).allMatch(m -> m.endsWith(".example.com"));
    assertThat(tables.column("suppliers", "contact_email"))
        .allMatch(m -> m.endsWith(".example.com"));
  }
}
