package io.custard.conversation.statement;

import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Grain;
import io.custard.conversation.state.Operator;
import io.custard.conversation.state.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Reads comparisons of dates as half-open ranges of days, where they are exactly that. */
final class Ranges {
  private Ranges() {}

  /**
   * A date against a literal.
   *
   * @param wholeDays whether one day is one value
   */
  static Optional<Period> of(
      ColumnName column, boolean wholeDays, Operator operator, Literal literal) {
    Optional<LocalDate> day = literal.day();
    Optional<LocalDate> end = literal.endOfDay();
    return switch (operator) {
      case AT_LEAST -> day.map(from -> new Period(column, from, null));
      case LESS -> day.map(until -> new Period(column, null, until));
      case MORE ->
          end.or(() -> day.filter(d -> wholeDays))
              .map(last -> new Period(column, last.plusDays(1), null));
      case AT_MOST ->
          end.or(() -> day.filter(d -> wholeDays))
              .map(last -> new Period(column, null, last.plusDays(1)));
      case EQUALS -> day.filter(d -> wholeDays).map(d -> new Period(column, d, d.plusDays(1)));
      default -> Optional.empty();
    };
  }

  static Optional<Period> between(ColumnName column, boolean wholeDays, Literal low, Literal high) {
    Optional<Period> from = of(column, wholeDays, Operator.AT_LEAST, low);
    Optional<Period> until = of(column, wholeDays, Operator.AT_MOST, high);
    return from.isPresent() && until.isPresent()
        ? Optional.of(from.get().and(until.get()))
        : Optional.empty();
  }

  /** A grain of a date against a literal, such as a year against 2023. */
  static Optional<Period> of(ColumnName column, Grain grain, Operator operator, Literal literal) {
    try {
      Optional<Period> unit = unit(column, grain, literal.value());
      return switch (operator) {
        case EQUALS -> unit;
        case AT_LEAST -> unit.map(u -> new Period(column, u.from(), null));
        case LESS -> unit.map(u -> new Period(column, null, u.from()));
        case MORE -> unit.map(u -> new Period(column, u.until(), null));
        case AT_MOST -> unit.map(u -> new Period(column, null, u.until()));
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Period> unit(ColumnName column, Grain grain, String value) {
    if (grain == Grain.YEAR && value.matches("[12]\\d{3}")) {
      LocalDate start = LocalDate.of(Integer.parseInt(value), 1, 1);
      return Optional.of(new Period(column, start, start.plusYears(1)));
    }
    if (grain == Grain.MONTH && value.matches("[12]\\d{3}-\\d{2}(-01)?")) {
      YearMonth month = YearMonth.parse(value.substring(0, 7));
      return Optional.of(new Period(column, month.atDay(1), month.plusMonths(1).atDay(1)));
    }
    if (grain == Grain.DAY && value.matches("[12]\\d{3}-\\d{2}-\\d{2}")) {
      LocalDate day = LocalDate.parse(value);
      return Optional.of(new Period(column, day, day.plusDays(1)));
    }
    return Optional.empty();
  }
}
