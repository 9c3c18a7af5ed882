package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.source.Country;
import java.time.LocalDate;
import java.util.List;

/**
 * The sample shop: an invented home and garden retailer with all its customers, orders and stock.
 * Every generated shop is the same to the last byte, whatever the machine, the day or the Java
 * version. Immutable once generated.
 */
public final class SampleShop {
  /** The day the data end on; the newest order is of this day. */
  public static final LocalDate REFERENCE_DATE = LocalDate.of(2026, 6, 30);

  static final LocalDate FIRST_ORDER_DATE = LocalDate.of(2022, 1, 1);

  private final List<SampleTable> tables;

  private SampleShop(List<SampleTable> tables) {
    this.tables = List.copyOf(tables);
  }

  public static SampleShop generate() {
    List<Country> countries = Country.all();
    List<Supplier> suppliers = Supplier.all();
    List<Store> stores = Store.all();
    List<Promotion> promotions = Promotion.all();
    Catalogue catalogue = Catalogue.of(suppliers);
    Staff staff = Staff.of(stores, countries);
    Customers customers = Customers.of(countries);
    Baskets baskets = new Baskets(catalogue.products(), promotions);
    Orders orders =
        Orders.of(customers, stores, staff, new Orders.Season(new Demand(promotions), baskets));
    return new SampleShop(
        List.of(
            catalogue.categoryTable(),
            Supplier.table(suppliers),
            catalogue.productTable(),
            Store.table(stores),
            staff.table(),
            Inventory.of(stores, catalogue.products()).table(),
            Promotion.table(promotions),
            customers.customerTable(),
            customers.addressTable(),
            orders.orderTable(),
            orders.itemTable(),
            Payments.of(orders).table(),
            Shipments.of(orders).table(),
            Returns.of(orders).table(),
            Reviews.of(orders).table()));
  }

  /** The tables, each after the tables its foreign keys refer to. */
  public List<SampleTable> tables() {
    return tables;
  }
}
