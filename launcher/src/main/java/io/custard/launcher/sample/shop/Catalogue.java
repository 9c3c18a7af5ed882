package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.source.Chance;
import io.custard.launcher.sample.source.Money;
import io.custard.launcher.sample.source.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Categories and the products in them. */
final class Catalogue {
  private static final int MOST_PER_CATEGORY = 24;
  private static final int FEWEST_PER_CATEGORY = 14;

  private final Chance chance = Chance.named("catalogue");
  private final List<Category> categories = new ArrayList<>();
  private final List<Product> products = new ArrayList<>();
  private final List<Supplier> suppliers;

  private Catalogue(List<Supplier> suppliers) {
    this.suppliers = suppliers;
  }

  record Category(
      int id, @Nullable Category parent, String name, @Nullable String about, Set<Integer> season) {
    Category {
      season = Set.copyOf(season);
    }

    /** Whether the category sells well in this month. */
    boolean isInSeason(int month) {
      return season.contains(month);
    }

    String mainName() {
      return parent == null ? name : parent.name;
    }
  }

  record Pricing(Money price, Money cost) {
    /** Prices rise about three percent a year: what the product cost the customer in that year. */
    Money priceIn(int year) {
      return price.percent(100 - 3 * (SampleShop.REFERENCE_DATE.getYear() - year)).asPriceTag();
    }
  }

  /** On sale from the first day until the last, which is open for most products. */
  record OnSale(LocalDate from, @Nullable LocalDate until) {
    boolean includes(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  /** What products are like: {@code quality} runs from 0 (most come back) to 1 (all are happy). */
  record Nature(int grams, double quality) {}

  record Product(
      int id,
      String name,
      Category category,
      Supplier supplier,
      Pricing pricing,
      OnSale onSale,
      Nature nature) {}

  static Catalogue of(List<Supplier> suppliers) {
    Catalogue catalogue = new Catalogue(suppliers);
    catalogue.fill();
    return catalogue;
  }

  private void fill() {
    Category top = null;
    List<String> adjectives = List.of();
    for (WordList line : WordList.read("catalogue.txt")) {
      if (line.text(0).equals("top")) {
        Set<Integer> season = new TreeSet<>();
        for (String month : line.text(4).split(" ", -1)) {
          season.add(Integer.valueOf(month));
        }
        top = new Category(nextCategory(), null, line.text(1), line.text(2), season);
        categories.add(top);
        adjectives = line.words(3);
      } else if (top != null) {
        Category sub = new Category(nextCategory(), top, line.text(1), null, top.season());
        categories.add(sub);
        fill(sub, adjectives, line);
      }
    }
  }

  private int nextCategory() {
    return categories.size() + 1;
  }

  private void fill(Category category, List<String> adjectives, WordList line) {
    List<String> names = new ArrayList<>();
    for (String noun : line.words(4)) {
      for (String adjective : adjectives) {
        names.add(adjective + " " + noun);
      }
    }
    shuffle(names);
    // A category buys from a few suppliers only, as real buyers do.
    List<Supplier> makers = List.of(oneSupplier(), oneSupplier(), oneSupplier(), oneSupplier());
    int count = chance.between(FEWEST_PER_CATEGORY, MOST_PER_CATEGORY);
    for (String name : names.subList(0, count)) {
      Supplier maker = chance.oneOf(makers);
      Nature nature = new Nature(line.range(3).pick(chance), quality(maker));
      Pricing pricing = pricing(line.range(2));
      products.add(
          new Product(products.size() + 1, name, category, maker, pricing, onSale(), nature));
    }
  }

  private Supplier oneSupplier() {
    return chance.oneOf(suppliers);
  }

  private double quality(Supplier maker) {
    double own = chance.happens(0.04) ? 0.1 : 0.45 + 0.55 * chance.unit();
    return (own + maker.quality()) / 2;
  }

  private Pricing pricing(WordList.Range euros) {
    double skewedLow = chance.unit() * chance.unit();
    long cents = 100L * euros.lowest();
    cents += (long) (skewedLow * 100 * (euros.highest() - euros.lowest()));
    Money price = new Money(cents).asPriceTag();
    return new Pricing(price, price.percent(chance.between(42, 64)));
  }

  private OnSale onSale() {
    LocalDate from =
        chance.happens(0.6)
            ? chance.day(LocalDate.of(2019, 1, 7), SampleShop.FIRST_ORDER_DATE)
            : chance.day(SampleShop.FIRST_ORDER_DATE, SampleShop.REFERENCE_DATE.minusDays(14));
    LocalDate until = from.plusDays(chance.between(500, 2200));
    boolean over = chance.happens(0.2) && until.isBefore(SampleShop.REFERENCE_DATE);
    return new OnSale(from, over ? until : null);
  }

  private void shuffle(List<String> names) {
    for (int i = names.size() - 1; i > 0; i--) {
      Collections.swap(names, i, chance.between(0, i));
    }
  }

  List<Product> products() {
    return Collections.unmodifiableList(products);
  }

  SampleTable categoryTable() {
    return new SampleTable(
        "categories",
        List.of("category_id", "parent_category_id", "name", "description"),
        () -> categories.stream().map(Catalogue::row));
  }

  private static SampleRow row(Category category) {
    Category parent = category.parent();
    return SampleRow.of(
        category.id(), parent == null ? null : parent.id(), category.name(), category.about());
  }

  SampleTable productTable() {
    return new SampleTable(
        "products",
        List.of(
            "product_id",
            "sku",
            "name",
            "category_id",
            "supplier_id",
            "price",
            "cost",
            "weight_kg",
            "launched_on",
            "discontinued_on"),
        () -> products.stream().map(Catalogue::row));
  }

  private static SampleRow row(Product product) {
    String top = product.category().mainName().substring(0, 3).toUpperCase(Locale.ROOT);
    int grams = product.nature().grams();
    return SampleRow.of(
        product.id(),
        top + "-" + (10_000 + product.id() * 7),
        product.name(),
        product.category().id(),
        product.supplier().id(),
        product.pricing().price(),
        product.pricing().cost(),
        grams / 1000 + "." + Integer.toString(1000 + grams % 1000).substring(1),
        product.onSale().from(),
        product.onSale().until());
  }
}
