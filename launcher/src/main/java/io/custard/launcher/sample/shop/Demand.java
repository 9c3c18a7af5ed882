package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.source.Chance;
import java.time.LocalDate;
import java.util.List;

/** How many orders come in on a day: growth, season, day of the week, campaigns and luck. */
final class Demand {
  private static final double FIRST_DAY_ORDERS = 7.7;
  private static final double GROWTH_PER_DAY = 0.27 / 365;
  private static final double[] MONTHS = {
    0.86, 0.80, 0.95, 1.02, 1.08, 1.03, 0.90, 0.87, 0.97, 1.04, 1.30, 1.48
  };
  private static final double[] WEEKDAYS = {1.05, 0.98, 0.96, 1.0, 1.06, 1.18, 0.9};

  private final Chance chance = Chance.named("demand");
  private final List<Promotion> promotions;

  Demand(List<Promotion> promotions) {
    this.promotions = promotions;
  }

  /** The number of orders of the next day; ask for each day once, in turn. */
  int ordersOn(LocalDate day) {
    long daysOpen = day.toEpochDay() - SampleShop.FIRST_ORDER_DATE.toEpochDay();
    double expected = FIRST_DAY_ORDERS * (1 + GROWTH_PER_DAY * daysOpen);
    expected *= MONTHS[day.getMonthValue() - 1] * WEEKDAYS[day.getDayOfWeek().getValue() - 1];
    for (Promotion promotion : promotions) {
      if (promotion.runsOn(day)) {
        expected *= 1 + promotion.effect().percentMoreDemand() / 100.0;
      }
    }
    double luck = 0.75 + 0.5 * chance.unit();
    return (int) (expected * luck + chance.unit());
  }
}
