package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.source.Chance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parcels of online orders that have left the warehouse. */
final class Shipments {
  private static final List<String> CARRIERS =
      List.of("BlueParcel", "Swiftline", "Oak Post", "Meridian Freight");
  private static final int BULKY_GRAMS = 20_000;

  private final Chance chance = Chance.named("shipments");
  private final List<Shipment> all = new ArrayList<>();

  private Shipments() {}

  private record Shipment(
      int orderId, String carrier, String tracking, LocalDate sent, @Nullable LocalDate arrived) {}

  static Shipments of(Orders orders) {
    Shipments shipments = new Shipments();
    orders.stream().forEach(shipments::send);
    return shipments;
  }

  private void send(Order order) {
    LocalDate sent = order.course().shippedOn();
    if (sent != null) {
      int grams =
          order.basket().items().stream()
              .mapToInt(item -> item.quantity() * item.product().nature().grams())
              .sum();
      String carrier =
          grams > BULKY_GRAMS
              ? CARRIERS.getLast()
              : chance.oneOfTheFirst(CARRIERS.subList(0, CARRIERS.size() - 1));
      // The order number keeps the tracking number unique, as the random part alone would not.
      String tracking = carrier.charAt(0) + chance.fill("#@@") + (4_000_000 + order.id());
      all.add(new Shipment(order.id(), carrier, tracking, sent, order.course().receivedOn()));
    }
  }

  SampleTable table() {
    return new SampleTable(
        "shipments",
        List.of(
            "shipment_id", "order_id", "carrier", "tracking_number", "shipped_on", "delivered_on"),
        () -> Numbered.rows(all, Shipments::row));
  }

  private static SampleRow row(int id, Shipment shipment) {
    return SampleRow.of(
        id,
        shipment.orderId(),
        shipment.carrier(),
        shipment.tracking(),
        shipment.sent(),
        shipment.arrived());
  }
}
