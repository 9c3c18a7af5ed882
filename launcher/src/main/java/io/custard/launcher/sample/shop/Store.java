package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.source.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A shop on the street. */
record Store(int id, String name, Site site, LocalDate openedOn) {

  record Site(String city, String country, int squareMetres) {}

  static List<Store> all() {
    List<Store> stores = new ArrayList<>();
    for (WordList line : WordList.read("stores.txt")) {
      Site site = new Site(line.text(1), line.text(2), line.number(4));
      stores.add(new Store(stores.size() + 1, line.text(0), site, LocalDate.parse(line.text(3))));
    }
    return stores;
  }

  String country() {
    return site.country();
  }

  boolean isOpenOn(LocalDate day) {
    return !day.isBefore(openedOn);
  }

  static SampleTable table(List<Store> stores) {
    return new SampleTable(
        "stores",
        List.of("store_id", "name", "city", "country", "opened_on", "floor_area_sqm"),
        () -> stores.stream().map(Store::row));
  }

  private SampleRow row() {
    return SampleRow.of(id, name, site.city(), site.country(), openedOn, site.squareMetres());
  }
}
