package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.shop.Order.Item;
import io.custard.launcher.sample.source.Chance;
import io.custard.launcher.sample.source.Money;
import io.custard.launcher.sample.source.Weighted;
import io.custard.launcher.sample.source.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What customers brought back, and why; poor products come back most. */
final class Returns {
  private final Chance chance = Chance.named("returns");
  private final Weighted<WordList> reasons =
      Weighted.of(WordList.read("reasons.txt"), line -> line.number(0));
  private final List<Return> all = new ArrayList<>();

  private Returns() {}

  private record Return(int itemId, LocalDate day, int quantity, String reason, Money refund) {}

  static Returns of(Orders orders) {
    Returns returns = new Returns();
    orders.stream().forEach(returns::consider);
    returns.all.sort(Comparator.comparing(Return::day).thenComparing(Return::itemId));
    return returns;
  }

  private void consider(Order order) {
    LocalDate received = order.course().receivedOn();
    if (received == null) {
      return;
    }
    for (Item item : order.basket().items()) {
      double dissatisfied = 1 - item.product().nature().quality();
      LocalDate day = received.plusDays(chance.between(2, 30));
      boolean comesBack = chance.happens(0.015 + 0.28 * dissatisfied * dissatisfied);
      if (comesBack && !day.isAfter(SampleShop.REFERENCE_DATE)) {
        all.add(giveBack(item, day));
      }
    }
  }

  private Return giveBack(Item item, LocalDate day) {
    boolean everything = chance.happens(0.8);
    int quantity = everything ? item.quantity() : chance.between(1, item.quantity());
    Money refund = new Money(item.total().cents() * quantity / item.quantity());
    return new Return(item.id(), day, quantity, reasons.pick(chance).text(1), refund);
  }

  SampleTable table() {
    return new SampleTable(
        "returns",
        List.of("return_id", "order_item_id", "returned_on", "quantity", "reason", "refund_amount"),
        () -> Numbered.rows(all, Returns::row));
  }

  private static SampleRow row(int id, Return one) {
    return SampleRow.of(id, one.itemId(), one.day(), one.quantity(), one.reason(), one.refund());
  }
}
