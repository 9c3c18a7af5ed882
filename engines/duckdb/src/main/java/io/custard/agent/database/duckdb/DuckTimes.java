package io.custard.agent.database.duckdb;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Dates and times as ISO 8601 with seconds always there; DuckDB's infinite ones, which reach us as
 * the largest numbers, as words.
 */
final class DuckTimes {
  private static final LocalDate DATE_INFINITY = LocalDate.ofEpochDay(Integer.MAX_VALUE);
  private static final LocalDate DATE_MINUS_INFINITY = LocalDate.ofEpochDay(-Integer.MAX_VALUE);
  private static final LocalDateTime INFINITY = ofMicroseconds(Long.MAX_VALUE);
  private static final LocalDateTime MINUS_INFINITY = ofMicroseconds(-Long.MAX_VALUE);
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private DuckTimes() {}

  static LocalDateTime ofMicroseconds(long since1970) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(since1970, 1_000_000L),
        (int) Math.floorMod(since1970, 1_000_000L) * 1_000,
        ZoneOffset.UTC);
  }

  /**
   * Takes back what the driver's own classes add: a whole second, to times before 1970 that have a
   * fraction. Within the last second before 1970 the two cannot be told apart.
   */
  static LocalDateTime repaired(LocalDateTime time) {
    return time.isBefore(EPOCH) && !time.equals(time.truncatedTo(ChronoUnit.SECONDS))
        ? time.minusSeconds(1)
        : time;
  }

  static OffsetDateTime repaired(OffsetDateTime time) {
    return repaired(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
        .atOffset(ZoneOffset.UTC);
  }

  static String text(Object value) {
    return switch (value) {
      case LocalDateTime time -> dateTime(time);
      case LocalDate date when date.equals(DATE_INFINITY) -> "infinity";
      case LocalDate date when date.equals(DATE_MINUS_INFINITY) -> "-infinity";
      case LocalDate date -> DateTimeFormatter.ISO_LOCAL_DATE.format(date);
      case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      case OffsetTime time -> DateTimeFormatter.ISO_OFFSET_TIME.format(time);
      case OffsetDateTime time -> {
        LocalDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        yield isInfinite(utc)
            ? dateTime(utc)
            : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(utc.atOffset(ZoneOffset.UTC));
      }
      default -> value.toString();
    };
  }

  private static boolean isInfinite(LocalDateTime time) {
    return time.equals(INFINITY) || time.equals(MINUS_INFINITY);
  }

  private static String dateTime(LocalDateTime time) {
    if (isInfinite(time)) {
      return time.equals(INFINITY) ? "infinity" : "-infinity";
    }
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }
}
