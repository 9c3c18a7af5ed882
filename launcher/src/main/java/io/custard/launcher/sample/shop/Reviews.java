package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.shop.Order.Item;
import io.custard.launcher.sample.source.Chance;
import io.custard.launcher.sample.source.WordList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What buyers wrote about products they received; each buyer rates a product once. */
final class Reviews {
  private static final double SHARE_REVIEWED = 0.26;

  private final Chance chance = Chance.named("reviews");
  private final Map<Integer, List<String>> sentences =
      WordList.read("reviews.txt").stream()
          .collect(
              Collectors.groupingBy(
                  line -> line.number(0), Collectors.mapping(l -> l.text(1), Collectors.toList())));
  private final List<Review> all = new ArrayList<>();
  private final Set<List<Integer>> written = new HashSet<>();

  private Reviews() {}

  private record Review(
      int productId, int customerId, int rating, @Nullable String comment, Instant writtenAt) {}

  static Reviews of(Orders orders) {
    Reviews reviews = new Reviews();
    orders.stream().forEach(reviews::consider);
    reviews.all.sort(Comparator.comparing(Review::writtenAt).thenComparing(Review::customerId));
    return reviews;
  }

  private void consider(Order order) {
    LocalDate received = order.course().receivedOn();
    if (received == null) {
      return;
    }
    for (Item item : order.basket().items()) {
      LocalDate day = received.plusDays(chance.between(1, 40));
      boolean writes = chance.happens(SHARE_REVIEWED);
      if (writes
          && !day.isAfter(SampleShop.REFERENCE_DATE)
          && written.add(List.of(item.product().id(), order.customer().id()))) {
        all.add(write(order, item, day));
      }
    }
  }

  private Review write(Order order, Item item, LocalDate day) {
    int rating = rating(item.product().nature().quality());
    List<String> fitting = sentences.getOrDefault(rating, List.of());
    String comment = null;
    if (chance.happens(0.7)) {
      String first = chance.oneOf(fitting);
      String second = chance.oneOf(fitting);
      boolean longer = chance.happens(0.3) && !first.equals(second);
      comment = longer ? first + " " + second : first;
    }
    int customer = order.customer().id();
    return new Review(item.product().id(), customer, rating, comment, chance.momentOf(day));
  }

  /** The better the product, the more stars; about three in five buyers of a good one give five. */
  private int rating(double quality) {
    double mood = quality * 0.75 + 0.55 * chance.unit() + (chance.happens(0.07) ? -0.5 : 0);
    if (mood > 0.88) {
      return 5;
    }
    if (mood > 0.66) {
      return 4;
    }
    if (mood > 0.5) {
      return 3;
    }
    return mood > 0.36 ? 2 : 1;
  }

  SampleTable table() {
    return new SampleTable(
        "reviews",
        List.of("review_id", "product_id", "customer_id", "rating", "comment", "written_at"),
        () -> Numbered.rows(all, Reviews::row));
  }

  private static SampleRow row(int id, Review review) {
    return SampleRow.of(
        id,
        review.productId(),
        review.customerId(),
        review.rating(),
        review.comment(),
        review.writtenAt());
  }
}
