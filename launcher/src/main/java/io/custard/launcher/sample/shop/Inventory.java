package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.shop.Catalogue.Product;
import io.custard.launcher.sample.source.Chance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the stores have on their shelves: most products, a few of them sold out. */
final class Inventory {
  private final Chance chance = Chance.named("inventory");
  private final List<Stock> all = new ArrayList<>();

  private Inventory() {}

  private record Stock(
      int storeId, int productId, int pieces, int reorderLevel, LocalDate countedOn) {}

  static Inventory of(List<Store> stores, List<Product> products) {
    Inventory inventory = new Inventory();
    for (Store store : stores) {
      LocalDate countedOn = SampleShop.REFERENCE_DATE.minusDays(inventory.chance.between(1, 45));
      for (Product product : products) {
        if (inventory.chance.happens(0.78)) {
          inventory.put(store, product, countedOn);
        }
      }
    }
    return inventory;
  }

  private void put(Store store, Product product, LocalDate countedOn) {
    boolean dear = product.pricing().price().cents() > 15_000;
    int reorderLevel = dear ? chance.between(1, 4) : chance.between(4, 20);
    int pieces = chance.happens(0.04) ? 0 : (int) (chance.unit() * 5 * reorderLevel) + 1;
    boolean onSale = product.onSale().includes(countedOn);
    int remaining = onSale ? pieces : pieces / 8;
    all.add(new Stock(store.id(), product.id(), remaining, reorderLevel, countedOn));
  }

  SampleTable table() {
    return new SampleTable(
        "inventory",
        List.of("store_id", "product_id", "stock", "reorder_level", "counted_on"),
        () -> all.stream().map(Inventory::row));
  }

  private static SampleRow row(Stock stock) {
    return SampleRow.of(
        stock.storeId(),
        stock.productId(),
        stock.pieces(),
        stock.reorderLevel(),
        stock.countedOn());
  }
}
