package io.custard.launcher.sample.shop;

import io.custard.launcher.sample.source.Chance;
import io.custard.launcher.sample.source.Country;
import io.custard.launcher.sample.source.Money;
import io.custard.launcher.sample.source.NamePool;
import io.custard.launcher.sample.source.PersonName;
import io.custard.launcher.sample.source.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who works at head office and in the stores, and who reports to whom. */
final class Staff {
  private static final LocalDate FOUNDED = LocalDate.of(2014, 8, 4);
  private static final LocalDate LAST_HIRING = LocalDate.of(2026, 5, 4);

  private final Chance chance = Chance.named("staff");
  private final List<Employee> employees = new ArrayList<>();
  private final List<WordList> jobs = WordList.read("jobs.txt");
  private final List<Country> countries;

  private Staff(List<Country> countries) {
    this.countries = countries;
  }

  record Job(String title, String department, Money salary) {}

  record Employee(int id, PersonName name, Job job, Place place, LocalDate hiredOn) {
    boolean sellsIn(Store store, LocalDate day) {
      return store.equals(place.store())
          && job.department().equals("Sales")
          && !hiredOn.isAfter(day);
    }
  }

  /** Where an employee works and for whom. */
  record Place(@Nullable Store store, @Nullable Employee manager) {}

  static Staff of(List<Store> stores, List<Country> countries) {
    Staff staff = new Staff(countries);
    staff.hireHeadOffice();
    stores.forEach(staff::hireFor);
    return staff;
  }

  List<Employee> sellersIn(Store store, LocalDate day) {
    return employees.stream().filter(employee -> employee.sellsIn(store, day)).toList();
  }

  private void hireHeadOffice() {
    for (WordList line : jobs) {
      if (line.text(0).equals("office")) {
        int count = line.range(4).pick(chance);
        for (int i = 0; i < count; i++) {
          boolean leads = line.text(1).matches(".*(Executive|Director)");
          LocalDate hiredOn = leads ? FOUNDED.plusDays(i) : chance.day(FOUNDED, LAST_HIRING);
          hire(line, officeCountry(), new Place(null, headOfficeManager(line)), hiredOn);
        }
      }
    }
  }

  private Country officeCountry() {
    return chance.happens(0.8) ? countries.getFirst() : chance.oneOf(countries);
  }

  private @Nullable Employee headOfficeManager(WordList line) {
    if (employees.isEmpty()) {
      return null;
    }
    String wanted =
        line.text(1).endsWith("Director") ? "Chief Executive" : directorOf(line.text(2));
    return employeeWithTitle(wanted);
  }

  private static String directorOf(String department) {
    return switch (department) {
      case "Customer Service", "Sales" -> "Retail Director";
      default -> department + " Director";
    };
  }

  private Employee employeeWithTitle(String title) {
    return employees.stream().filter(e -> e.job().title().equals(title)).findFirst().orElseThrow();
  }

  private void hireFor(Store store) {
    Country country =
        countries.stream().filter(c -> c.name().equals(store.country())).findFirst().orElseThrow();
    Employee manager = employeeWithTitle("Retail Director");
    for (WordList line : jobs) {
      if (line.text(0).equals("store")) {
        boolean leads = line.text(1).equals("Store Manager");
        int count = line.range(4).pick(chance);
        for (int i = 0; i < count; i++) {
          // Manager and first of each trade open the store, the others come when they come.
          LocalDate hiredOn =
              i == 0 ? store.openedOn().minusDays(21) : chance.day(store.openedOn(), LAST_HIRING);
          hire(line, country, new Place(store, manager), hiredOn);
        }
        manager = leads ? employees.getLast() : manager;
      }
    }
  }

  private void hire(WordList line, Country country, Place place, LocalDate hiredOn) {
    NamePool pool = country.names();
    WordList.Range pay = line.range(3);
    int years = LAST_HIRING.getYear() - hiredOn.getYear();
    int room = pay.highest() - pay.lowest();
    int salary = pay.lowest() + room * years / 24 + (int) (chance.unit() * room / 2);
    Job job = new Job(line.text(1), line.text(2), Money.euros(salary / 100 * 100L));
    employees.add(new Employee(employees.size() + 1, pool.person(chance), job, place, hiredOn));
  }

  SampleTable table() {
    return new SampleTable(
        "employees",
        List.of(
            "employee_id",
            "first_name",
            "last_name",
            "email",
            "job_title",
            "department",
            "store_id",
            "manager_id",
            "hired_on",
            "salary"),
        () -> employees.stream().map(Staff::row));
  }

  private static SampleRow row(Employee employee) {
    Store store = employee.place().store();
    Employee manager = employee.place().manager();
    return SampleRow.of(
        employee.id(),
        employee.name().first(),
        employee.name().last(),
        employee.name().mailbox() + employee.id() + "@shop.example.com",
        employee.job().title(),
        employee.job().department(),
        store == null ? null : store.id(),
        manager == null ? null : manager.id(),
        employee.hiredOn(),
        employee.job().salary());
  }
}
