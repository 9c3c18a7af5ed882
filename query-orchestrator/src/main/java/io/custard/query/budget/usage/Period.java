package io.custard.query.budget.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Days of UTC that a budget is for.
 *
 * @param name as keys have it
 * @param first of its days
 * @param after the day after the last
 */
public record Period(String name, LocalDate first, LocalDate after) {

  public static Period month(Instant now) {
    YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    return new Period(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
  }

  public static Period day(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new Period(day.toString(), day, day.plusDays(1));
  }

  /** When the next one begins. */
  public Instant end() {
    return after.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(first) && day.isBefore(after);
  }
}
