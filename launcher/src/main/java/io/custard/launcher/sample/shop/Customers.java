package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.source.Chance;
import io.custard.launcher.sample.source.Country;
import io.custard.launcher.sample.source.PersonName;
import io.custard.launcher.sample.source.Weighted;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The customers, in the order they registered, and their addresses. */
final class Customers {
  private static final int COUNT = 9_000;
  private static final LocalDate FIRST_REGISTRATION = LocalDate.of(2020, 6, 1);
  private static final List<String> MAIL_DOMAINS =
      List.of("example.com", "example.org", "example.net");

  private final Chance chance = Chance.named("customers");
  private final List<Customer> all = new ArrayList<>();
  private final Weighted<Customer> buyers;
  private final long[] registrations;
  private int addressCount;

  private Customers(List<Country> countries) {
    Weighted<Country> homes = Weighted.of(countries, Country::share);
    registrations = registrationDays();
    for (int i = 0; i < COUNT; i++) {
      all.add(register(i + 1, homes.pick(chance)));
    }
    buyers = Weighted.of(all, customer -> customer.habit().ordersMade());
  }

  /** How often a customer buys: the number weighs one customer against another. */
  enum Habit {
    VIP(10),
    REGULAR(2.6),
    OCCASIONAL(1.5),
    NEVER(0);

    private final double ordersMade;

    Habit(double ordersMade) {
      this.ordersMade = ordersMade;
    }

    double ordersMade() {
      return ordersMade;
    }
  }

  record Account(LocalDate registeredOn, String email, boolean newsletter) {}

  record Customer(int id, Person person, Account account, List<Address> addresses, Habit habit) {
    Customer {
      addresses = List.copyOf(addresses);
    }

    Country country() {
      return person.country();
    }
  }

  record Person(PersonName name, @Nullable LocalDate birthDate, Country country) {}

  record Address(int id, String kind, String street, String postalCode, String city) {}

  static Customers of(List<Country> countries) {
    return new Customers(countries);
  }

  /** Someone registered by this day, the likelier the more often they buy. */
  Customer buyerOn(LocalDate day, Chance orders) {
    int found = Arrays.binarySearch(registrations, day.toEpochDay() + 1);
    int registered = found < 0 ? -found - 1 : found;
    while (registered > 0 && registrations[registered - 1] > day.toEpochDay()) {
      registered--;
    }
    return buyers.pickAmongFirst(registered, orders);
  }

  private long[] registrationDays() {
    long span = ChronoUnit.DAYS.between(FIRST_REGISTRATION, SampleShop.REFERENCE_DATE);
    long[] days = new long[COUNT];
    for (int i = 0; i < COUNT; i++) {
      // The larger of two draws comes late more often: registrations grow over the years.
      double grows = chance.happens(0.45) ? Math.max(chance.unit(), chance.unit()) : chance.unit();
      days[i] = FIRST_REGISTRATION.toEpochDay() + (long) (grows * (span + 1));
    }
    Arrays.sort(days);
    return days;
  }

  private Customer register(int id, Country country) {
    LocalDate registeredOn = LocalDate.ofEpochDay(registrations[id - 1]);
    PersonName name = country.names().person(chance);
    LocalDate birthDate =
        chance.happens(0.7)
            ? chance.day(LocalDate.of(1944, 1, 1), LocalDate.of(2002, 5, 31))
            : null;
    String email = name.mailbox() + id + "@" + chance.oneOfTheFirst(MAIL_DOMAINS);
    Account account = new Account(registeredOn, email, chance.happens(0.42));
    List<Address> addresses = new ArrayList<>();
    addresses.add(address("home", country));
    if (chance.happens(0.24)) {
      addresses.add(address("work", country));
    }
    return new Customer(id, new Person(name, birthDate, country), account, addresses, habit());
  }

  private Address address(String kind, Country country) {
    addressCount++;
    return new Address(
        addressCount,
        kind,
        country.streetAddress(chance),
        country.postalCode(chance),
        chance.oneOfTheFirst(country.cities()));
  }

  private Habit habit() {
    double draw = chance.unit();
    if (draw < 0.04) {
      return Habit.VIP;
    }
    if (draw < 0.34) {
      return Habit.REGULAR;
    }
    return draw < 0.91 ? Habit.OCCASIONAL : Habit.NEVER;
  }

  SampleTable customerTable() {
    return new SampleTable(
        "customers",
        List.of(
            "customer_id",
            "first_name",
            "last_name",
            "email",
            "birth_date",
            "city",
            "country",
            "registered_on",
            "is_vip",
            "newsletter"),
        () -> all.stream().map(Customers::row));
  }

  private static SampleRow row(Customer customer) {
    return SampleRow.of(
        customer.id(),
        customer.person().name().first(),
        customer.person().name().last(),
        customer.account().email(),
        customer.person().birthDate(),
        customer.addresses().getFirst().city(),
        customer.country().name(),
        customer.account().registeredOn(),
        customer.habit() == Habit.VIP,
        customer.account().newsletter());
  }

  SampleTable addressTable() {
    return new SampleTable(
        "addresses",
        List.of("address_id", "customer_id", "kind", "street", "postal_code", "city", "country"),
        () -> all.stream().flatMap(Customers::addressRows));
  }

  private static Stream<SampleRow> addressRows(Customer customer) {
    return customer.addresses().stream()
        .map(address ->
            SampleRow.of(
                address.id(),
                customer.id(),
                address.kind(),
                address.street(),
                address.postalCode(),
                address.city(),
                customer.country().name()));
  }
}
