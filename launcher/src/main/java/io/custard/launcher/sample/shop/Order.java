package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.shop.Catalogue.Product;
import io.custard.launcher.sample.shop.Customers.Address;
import io.custard.launcher.sample.shop.Customers.Customer;
import io.custard.launcher.sample.shop.Staff.Employee;
import io.custard.launcher.sample.source.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A purchase: who bought, through which channel, what, and what became of it. */
record Order(int id, Customer customer, Channel channel, Basket basket, Course course) {

  /** Where the customer bought. */
  sealed interface Channel {}

  record Online(Address shipTo) implements Channel {}

  record AtStore(Store store, Employee seller) implements Channel {}

  /** What the customer pays for. */
  record Basket(List<Item> items, @Nullable Promotion promotion, Money shipping) {
    Basket {
      items = List.copyOf(items);
    }

    Money total() {
      return items.stream().map(Item::total).reduce(shipping, Money::plus);
    }
  }

  record Item(int id, Product product, int quantity, Money unitPrice, Money discount) {
    Money total() {
      return unitPrice.times(quantity).minus(discount);
    }
  }

  /** The days in the life of an order; goods bought in a store have no shipping day. */
  record Course(
      LocalDate orderedOn,
      Status status,
      @Nullable LocalDate shippedOn,
      @Nullable LocalDate receivedOn) {}

  enum Status {
    PROCESSING,
    SHIPPED,
    COMPLETED,
    CANCELLED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  LocalDate date() {
    return course.orderedOn();
  }

  Money total() {
    return basket.total();
  }
}
