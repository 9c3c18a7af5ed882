package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.source.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A discount campaign: a code that takes some percent off, and the demand it brings. */
record Promotion(int id, String code, String description, Effect effect, Days days) {

  record Effect(int percentOff, int percentMoreDemand) {}

  record Days(LocalDate first, LocalDate last) {}

  /** The campaigns of every year of the shop that have begun by the reference date. */
  static List<Promotion> all() {
    List<WordList> campaigns = WordList.read("promotions.txt");
    List<Promotion> promotions = new ArrayList<>();
    int lastYear = SampleShop.REFERENCE_DATE.getYear();
    for (int year = SampleShop.FIRST_ORDER_DATE.getYear(); year <= lastYear; year++) {
      for (WordList line : campaigns) {
        Days days = new Days(day(year, line.text(3)), day(year, line.text(4)));
        if (!days.first().isAfter(SampleShop.REFERENCE_DATE)) {
          Effect effect = new Effect(line.number(2), line.number(5));
          String code = line.text(0) + year;
          String description = line.text(1) + " " + year;
          promotions.add(new Promotion(promotions.size() + 1, code, description, effect, days));
        }
      }
    }
    return promotions;
  }

  private static LocalDate day(int year, String monthAndDay) {
    return LocalDate.parse(year + "-" + monthAndDay);
  }

  boolean runsOn(LocalDate day) {
    return !day.isBefore(days.first()) && !day.isAfter(days.last());
  }

  static SampleTable table(List<Promotion> promotions) {
    return new SampleTable(
        "promotions",
        List.of("promotion_id", "code", "description", "percent_off", "starts_on", "ends_on"),
        () -> promotions.stream().map(Promotion::row));
  }

  private SampleRow row() {
    return SampleRow.of(id, code, description, effect.percentOff(), days.first(), days.last());
  }
}
