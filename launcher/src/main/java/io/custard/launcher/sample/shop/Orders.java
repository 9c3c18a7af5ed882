package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.shop.Customers.Customer;
import io.custard.launcher.sample.shop.Order.AtStore;
import io.custard.launcher.sample.shop.Order.Basket;
import io.custard.launcher.sample.shop.Order.Channel;
import io.custard.launcher.sample.shop.Order.Course;
import io.custard.launcher.sample.shop.Order.Item;
import io.custard.launcher.sample.shop.Order.Online;
import io.custard.launcher.sample.shop.Order.Status;
import io.custard.launcher.sample.source.Chance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All orders, oldest first, from the first day of the shop to the reference date. */
final class Orders {
  private static final double SHARE_CANCELLED = 0.04;
  private static final double SHARE_AT_STORE = 0.42;

  private final Chance chance = Chance.named("orders");
  private final List<Order> all = new ArrayList<>();
  private final Customers customers;
  private final List<Store> stores;
  private final Staff staff;

  private Orders(Customers customers, List<Store> stores, Staff staff) {
    this.customers = customers;
    this.stores = stores;
    this.staff = staff;
  }

  static Orders of(Customers customers, List<Store> stores, Staff staff, Season season) {
    Orders orders = new Orders(customers, stores, staff);
    LocalDate day = SampleShop.FIRST_ORDER_DATE;
    while (!day.isAfter(SampleShop.REFERENCE_DATE)) {
      int count = season.demand().ordersOn(day);
      for (int i = 0; i < count; i++) {
        orders.place(day, season.baskets());
      }
      day = day.plusDays(1);
    }
    return orders;
  }

  /** What is wanted when: how many orders a day brings and what is in them. */
  record Season(Demand demand, Baskets baskets) {}

  Stream<Order> stream() {
    return all.stream();
  }

  private void place(LocalDate day, Baskets baskets) {
    Customer customer = customers.buyerOn(day, chance);
    Channel channel = channel(customer, day);
    Basket basket = baskets.fill(customer, day, channel instanceof Online);
    all.add(new Order(all.size() + 1, customer, channel, basket, course(channel, customer, day)));
  }

  private Channel channel(Customer customer, LocalDate day) {
    List<Store> near =
        stores.stream()
            .filter(s -> s.country().equals(customer.country().name()) && s.isOpenOn(day))
            .toList();
    if (near.isEmpty() || !chance.happens(SHARE_AT_STORE)) {
      return new Online(chance.oneOfTheFirst(customer.addresses()));
    }
    Store store = chance.oneOfTheFirst(near);
    return new AtStore(store, chance.oneOf(staff.sellersIn(store, day)));
  }

  private Course course(Channel channel, Customer customer, LocalDate day) {
    return switch (channel) {
      case AtStore _ -> new Course(day, Status.COMPLETED, null, day);
      case Online _ when chance.happens(SHARE_CANCELLED) ->
          new Course(day, Status.CANCELLED, null, null);
      case Online _ -> shipping(customer, day);
    };
  }

  private Course shipping(Customer customer, LocalDate day) {
    // December is when the warehouse cannot keep up.
    int slowest = day.getMonthValue() == 12 ? 5 : 3;
    LocalDate shippedOn = day.plusDays(chance.between(0, slowest));
    boolean domestic = customer.country().name().equals("Germany");
    LocalDate receivedOn =
        shippedOn.plusDays(domestic ? chance.between(1, 3) : chance.between(2, 7));
    if (chance.happens(0.03)) {
      receivedOn = receivedOn.plusDays(chance.between(4, 15));
    }
    if (shippedOn.isAfter(SampleShop.REFERENCE_DATE)) {
      return new Course(day, Status.PROCESSING, null, null);
    }
    if (receivedOn.isAfter(SampleShop.REFERENCE_DATE)) {
      return new Course(day, Status.SHIPPED, shippedOn, null);
    }
    return new Course(day, Status.COMPLETED, shippedOn, receivedOn);
  }

  SampleTable orderTable() {
    return new SampleTable(
        "orders",
        List.of(
            "order_id",
            "customer_id",
            "order_date",
            "channel",
            "status",
            "store_id",
            "employee_id",
            "shipping_address_id",
            "promotion_id",
            "shipping_cost",
            "total_amount"),
        () -> all.stream().map(Orders::row));
  }

  private static SampleRow row(Order order) {
    AtStore store = order.channel() instanceof AtStore atStore ? atStore : null;
    Promotion promotion = order.basket().promotion();
    return SampleRow.of(
        order.id(),
        order.customer().id(),
        order.date(),
        store == null ? "online" : "store",
        order.course().status(),
        store == null ? null : store.store().id(),
        store == null ? null : store.seller().id(),
        order.channel() instanceof Online(Customers.Address shipTo) ? shipTo.id() : null,
        promotion == null ? null : promotion.id(),
        order.basket().shipping(),
        order.total());
  }

  SampleTable itemTable() {
    return new SampleTable(
        "order_items",
        List.of(
            "order_item_id",
            "order_id",
            "product_id",
            "quantity",
            "unit_price",
            "discount",
            "line_total"),
        () -> all.stream().flatMap(o -> o.basket().items().stream().map(item -> row(o, item))));
  }

  private static SampleRow row(Order order, Item item) {
    return SampleRow.of(
        item.id(),
        order.id(),
        item.product().id(),
        item.quantity(),
        item.unitPrice(),
        item.discount(),
        item.total());
  }
}
