package io.custard.conversation.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days a date column is held to: a half-open range.
 *
 * @param from the first day; null for no beginning
 * @param until the first day after it; null for no end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Period(ColumnName column, @Nullable LocalDate from, @Nullable LocalDate until) {
  /** Both at once. */
  public Period and(Period other) {
    return new Period(column, later(from, other.from), earlier(until, other.until));
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  /** As people say it: its first and its last day. */
  @JsonIgnore
  public String label() {
    LocalDate start = from;
    LocalDate end = until;
    if (start == null && end == null) {
      return "any time";
    }
    if (start == null) {
      return "before " + end;
    }
    return end == null
        ? "since " + start
        : start.plusDays(1).equals(end) ? "on " + start : start + " to " + end.minusDays(1);
  }
}
