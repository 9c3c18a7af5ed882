package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.shop.Catalogue.Product;
import io.custard.launcher.sample.shop.Customers.Customer;
import io.custard.launcher.sample.shop.Customers.Habit;
import io.custard.launcher.sample.shop.Order.Basket;
import io.custard.launcher.sample.shop.Order.Item;
import io.custard.launcher.sample.source.Chance;
import io.custard.launcher.sample.source.Money;
import io.custard.launcher.sample.source.Weighted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What customers put into their baskets: a few best sellers, much else seldom, some never. */
final class Baskets {
  private static final Money FREE_SHIPPING_FROM = Money.euros(79);
  private static final Money DOMESTIC_SHIPPING = new Money(490);
  private static final Money ABROAD_SHIPPING = new Money(890);
  private static final Money BULKY_SHIPPING = new Money(3900);
  private static final int BULKY_GRAMS = 20_000;
  private static final double SHARE_NEVER_SOLD = 0.05;

  private final Chance chance = Chance.named("baskets");
  private final Weighted<Product> products;
  private final List<Promotion> promotions;
  private int itemCount;

  Baskets(List<Product> products, List<Promotion> promotions) {
    List<Double> appeal = products.stream().map(this::appeal).toList();
    this.products = Weighted.of(products, product -> appeal.get(product.id() - 1));
    this.promotions = promotions;
  }

  /**
   * How much a product is wanted. One over a random rank gives the long tail of real shops (Zipf's
   * law); what costs less is bought more often.
   */
  private double appeal(Product product) {
    if (chance.happens(SHARE_NEVER_SOLD)) {
      return 0;
    }
    double zipf = 1 / (2 + 60 * chance.unit());
    double euros = product.pricing().price().cents() / 100.0;
    return zipf / (25 + euros) * (0.5 + product.nature().quality());
  }

  /** A basket for this customer on this day, to be sent or, from a store, taken home. */
  Basket fill(Customer customer, LocalDate day, boolean sent) {
    Optional<Promotion> promotion =
        promotions.stream().filter(p -> p.runsOn(day) && chance.happens(0.6)).findFirst();
    int percentOff = promotion.map(p -> p.effect().percentOff()).orElse(0);
    int wanted = size(customer);
    List<Product> chosen = new ArrayList<>();
    while (chosen.size() < wanted) {
      Product product = products.pick(chance);
      if (!chosen.contains(product) && isBought(product, day)) {
        chosen.add(product);
      }
    }
    List<Item> items = chosen.stream().map(p -> item(p, day, percentOff)).toList();
    Basket goods = new Basket(items, promotion.orElse(null), Money.ZERO);
    return sent ? new Basket(items, goods.promotion(), shipping(customer, goods)) : goods;
  }

  private int size(Customer customer) {
    double more = customer.habit() == Habit.VIP ? 0.72 : 0.62;
    int size = 1;
    while (size < 9 && chance.happens(more)) {
      size++;
    }
    return size;
  }

  private boolean isBought(Product product, LocalDate day) {
    boolean inSeason = product.category().isInSeason(day.getMonthValue());
    return product.onSale().includes(day) && (inSeason || chance.happens(0.5));
  }

  private Item item(Product product, LocalDate day, int percentOff) {
    Money unitPrice = product.pricing().priceIn(day.getYear());
    int quantity = quantity(unitPrice);
    Money discount = unitPrice.times(quantity).percent(percentOff);
    itemCount++;
    return new Item(itemCount, product, quantity, unitPrice, discount);
  }

  private int quantity(Money unitPrice) {
    if (unitPrice.compareTo(Money.euros(120)) > 0 || chance.happens(0.68)) {
      return 1;
    }
    if (chance.happens(0.6)) {
      return 2;
    }
    return unitPrice.compareTo(Money.euros(30)) < 0 ? chance.between(3, 8) : 3;
  }

  private static Money shipping(Customer customer, Basket goods) {
    boolean bulky =
        goods.items().stream().anyMatch(i -> i.product().nature().grams() >= BULKY_GRAMS);
    if (customer.habit() == Habit.VIP) {
      return Money.ZERO;
    }
    if (bulky) {
      return BULKY_SHIPPING;
    }
    if (goods.total().compareTo(FREE_SHIPPING_FROM) >= 0) {
      return Money.ZERO;
    }
    boolean domestic = customer.country().name().equals("Germany");
    return domestic ? DOMESTIC_SHIPPING : ABROAD_SHIPPING;
  }
}
