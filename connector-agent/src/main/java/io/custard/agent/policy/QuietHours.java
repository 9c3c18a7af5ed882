package io.custard.agent.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A time of day in which nothing is executed. {@code to} before {@code from} runs over midnight and
 * belongs to the day it began on.
 *
 * @param days on which it begins
 */
public record QuietHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
  public QuietHours {
    days = Set.copyOf(days);
  }

  /** Whether it is quiet at this time. */
  boolean contains(Instant instant) {
    ZonedDateTime now = instant.atZone(zone);
    LocalTime time = now.toLocalTime();
    if (from.isBefore(to)) {
      return days.contains(now.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }
    boolean evening = days.contains(now.getDayOfWeek()) && !time.isBefore(from);
    boolean morning = days.contains(now.getDayOfWeek().minus(1)) && time.isBefore(to);
    return evening || morning;
  }
}
