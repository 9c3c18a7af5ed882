package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.shop.Order.AtStore;
import io.custard.launcher.sample.shop.Order.Status;
import io.custard.launcher.sample.source.Chance;
import io.custard.launcher.sample.source.Money;
import io.custard.launcher.sample.source.Weighted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How orders were paid: mostly at once, sometimes at the second attempt or in two parts. */
final class Payments {
  private static final List<String> ONLINE =
      List.of("credit card", "digital wallet", "debit card", "bank transfer");
  private static final List<String> AT_STORE = List.of("debit card", "cash", "credit card");
  private static final Weighted<String> ONLINE_METHODS = byHabit(ONLINE);
  private static final Weighted<String> STORE_METHODS = byHabit(AT_STORE);

  private final Chance chance = Chance.named("payments");
  private final List<Payment> all = new ArrayList<>();

  private Payments() {}

  private record Payment(int orderId, Instant paidAt, String method, String status, Money amount) {}

  private static Weighted<String> byHabit(List<String> methods) {
    return Weighted.of(methods, method -> 1.0 / (1 + methods.indexOf(method)));
  }

  static Payments of(Orders orders) {
    Payments payments = new Payments();
    orders.stream().forEach(payments::pay);
    return payments;
  }

  private void pay(Order order) {
    boolean atStore = order.channel() instanceof AtStore;
    String method = (atStore ? STORE_METHODS : ONLINE_METHODS).pick(chance);
    Instant paidAt = chance.momentOf(order.date());
    if (order.course().status() == Status.CANCELLED) {
      boolean hadPaid = chance.happens(0.6);
      all.add(
          new Payment(order.id(), paidAt, method, hadPaid ? "refunded" : "failed", order.total()));
      return;
    }
    if (!method.equals("cash") && chance.happens(0.03)) {
      all.add(new Payment(order.id(), paidAt, method, "failed", order.total()));
      paidAt = paidAt.plusSeconds(chance.between(20, 400));
    }
    Money voucher = Money.euros(chance.between(1, 10) * 5L);
    boolean split = chance.happens(0.04) && voucher.compareTo(order.total()) < 0;
    Money rest = split ? order.total().minus(voucher) : order.total();
    if (split) {
      all.add(new Payment(order.id(), paidAt, "gift card", "paid", voucher));
    }
    all.add(new Payment(order.id(), paidAt, method, "paid", rest));
  }

  SampleTable table() {
    return new SampleTable(
        "payments",
        List.of("payment_id", "order_id", "paid_at", "method", "status", "amount"),
        () -> Numbered.rows(all, Payments::row));
  }

  private static SampleRow row(int id, Payment payment) {
    return SampleRow.of(
        id,
        payment.orderId(),
        payment.paidAt(),
        payment.method(),
        payment.status(),
        payment.amount());
  }
}
