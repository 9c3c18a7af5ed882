package io.custard.launcher.sample.source;

import java.util.List;
import java.util.Locale;

/** A country we sell to: its share of the customers, its cities and the form of its addresses. */
public record Country(
    String name, int share, NamePool names, AddressForm form, List<String> cities) {
  public Country {
    cities = List.copyOf(cities);
  }

  /** The countries, the most important first. */
  public static List<Country> all() {
    return WordList.read("places.txt").stream().map(Country::of).toList();
  }

  private static Country of(WordList line) {
    return new Country(
        line.text(0),
        line.number(1),
        NamePool.called(line.text(2)),
        new AddressForm(line.text(3), line.text(4), line.text(5)),
        line.words(6));
  }

  public String streetAddress(Chance chance) {
    int number = 1 + (int) (chance.unit() * chance.unit() * 140);
    String street = form.street().replace("{}", chance.oneOf(names.streets()));
    return street.replace("%d", Integer.toString(number));
  }

  public String postalCode(Chance chance) {
    return chance.fill(form.postalCode()).toUpperCase(Locale.ROOT);
  }

  /** How addresses look: country code, pattern of the postal code, order of street and number. */
  public record AddressForm(String code, String postalCode, String street) {}
}
