package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.source.Chance;
import io.custard.launcher.sample.source.PersonName;
import io.custard.launcher.sample.source.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A company that makes our products; {@code quality} from 0 to 1 colours all of them. */
record Supplier(int id, String name, Terms terms, double quality) {

  record Terms(String city, String country, int leadTimeDays, LocalDate since) {}

  static List<Supplier> all() {
    Chance chance = Chance.named("suppliers");
    List<Supplier> suppliers = new ArrayList<>();
    for (WordList line : WordList.read("suppliers.txt")) {
      LocalDate since = chance.day(LocalDate.of(2014, 9, 1), LocalDate.of(2021, 6, 30));
      Terms terms = new Terms(line.text(1), line.text(2), line.number(3), since);
      double quality = chance.happens(0.15) ? 0.25 : 0.6 + 0.4 * chance.unit();
      suppliers.add(new Supplier(suppliers.size() + 1, line.text(0), terms, quality));
    }
    return suppliers;
  }

  static SampleTable table(List<Supplier> suppliers) {
    return new SampleTable(
        "suppliers",
        List.of(
            "supplier_id",
            "name",
            "contact_email",
            "city",
            "country",
            "lead_time_days",
            "partner_since"),
        () -> suppliers.stream().map(Supplier::row));
  }

  private SampleRow row() {
    return SampleRow.of(
        id,
        name,
        "sales@" + PersonName.plain(name) + ".example.com",
        terms.city(),
        terms.country(),
        terms.leadTimeDays(),
        terms.since());
  }
}
