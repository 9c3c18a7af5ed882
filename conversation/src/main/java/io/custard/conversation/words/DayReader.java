package io.custard.conversation.words;

import io.custard.conversation.state.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads single days, months, quarters, years, and those relative to today. A month or quarter
 * without a year is that of the year the question is about, else the last one that has begun.
 */
final class DayReader {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> FULL =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> LAST = List.of("last", "past", "previous", "preceding");

  private final Text text;
  private final LocalDate today;
  private final int year;

  /** A reader; the period is the one the question is about, if any. */
  DayReader(Text text, LocalDate today, @Nullable Period period) {
    this.text = text;
    this.today = today;
    this.year = yearOf(period);
  }

  // The year a period lies in; 0 if it is not one.
  private static int yearOf(@Nullable Period period) {
    LocalDate from = period == null ? null : period.from();
    LocalDate until = period == null ? null : period.until();
    boolean one = from != null && until != null && until.minusDays(1).getYear() == from.getYear();
    return one && from != null ? from.getYear() : 0;
  }

  Optional<Days> at(int at) {
    try {
      return text.isQuoted(at) ? Optional.empty() : read(at);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Optional<Days> read(int at) {
    String word = text.at(at);
    if (word.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return day(LocalDate.parse(word), 1);
    }
    if (word.matches("\\d{4}-\\d{2}")) {
      return months(YearMonth.parse(word), 1, 1);
    }
    if (isYear(at)) {
      return months(YearMonth.of(Integer.parseInt(word), 1), 12, 1);
    }
    return month(at).or(() -> dayOfMonth(at)).or(() -> quarter(at)).or(() -> relative(at));
  }

  private Optional<Days> month(int at) {
    int month = monthOf(at);
    if (month == 0) {
      return Optional.empty();
    }
    int day = dayNumber(at + 1);
    boolean comma = text.at(at + 2).equals(",");
    if (day > 0 && isYear(at + (comma ? 3 : 2))) {
      return day(LocalDate.of(yearAt(at + (comma ? 3 : 2)), month, day), comma ? 4 : 3);
    }
    if (day > 0) {
      return day(begun(month, day), 2);
    }
    return isYear(at + 1)
        ? months(YearMonth.of(yearAt(at + 1), month), 1, 2)
        : months(YearMonth.from(begun(month, 1)), 1, 1);
  }

  private Optional<Days> dayOfMonth(int at) {
    int of = text.at(at + 1).equals("of") ? 2 : 1;
    int month = monthOf(at + of);
    int day = dayNumber(at);
    if (month == 0 || day == 0) {
      return Optional.empty();
    }
    return isYear(at + of + 1)
        ? day(LocalDate.of(yearAt(at + of + 1), month, day), of + 2)
        : day(begun(month, day), of + 1);
  }

  private Optional<Days> quarter(int at) {
    String word = text.at(at);
    int number = word.matches("q[1-4]") ? word.charAt(1) - '0' : 0;
    int length = 1;
    if (text.at(at + 1).equals("quarter")) {
      number = 1 + List.of("first", "second", "third", "fourth").indexOf(word);
      length = 2;
    }
    if (number == 0) {
      return Optional.empty();
    }
    int of = text.at(at + length).equals("of") ? 1 : 0;
    int month = 3 * number - 2;
    return isYear(at + length + of)
        ? months(YearMonth.of(yearAt(at + length + of), month), 3, length + of + 1)
        : months(YearMonth.from(begun(month, 1)), 3, length);
  }

  private Optional<Days> relative(int at) {
    switch (text.at(at)) {
      case "today" -> {
        return day(today, 1);
      }
      case "yesterday" -> {
        return day(today.minusDays(1), 1);
      }
      case "ytd" -> {
        return days(today.withDayOfYear(1), today.plusDays(1), 1);
      }
      case "this", "current" -> {
        return unit(text.at(at + 1), 0);
      }
      default -> {
        if (text.is(at, "year to date")) {
          return days(today.withDayOfYear(1), today.plusDays(1), 3);
        }
        return LAST.contains(text.at(at)) ? last(at) : Optional.empty();
      }
    }
  }

  // As in a first question: the last 7 days are those 7 days back, and today.
  private Optional<Days> last(int at) {
    int count = text.number(at + 1);
    if (count < 0) {
      return unit(text.at(at + 1), 1);
    }
    LocalDate end = today.plusDays(1);
    return switch (singular(text.at(at + 2))) {
      case "day" -> days(today.minusDays(count), end, 3);
      case "week" -> days(today.minusWeeks(count), end, 3);
      case "month" -> days(today.minusMonths(count), end, 3);
      case "quarter" -> days(today.minusMonths(3L * count), end, 3);
      case "year" -> days(today.minusYears(count), end, 3);
      default -> Optional.empty();
    };
  }

  private Optional<Days> unit(String unit, int back) {
    YearMonth month = YearMonth.from(today);
    return switch (unit) {
      case "day" -> day(today.minusDays(back), 2);
      case "week" -> {
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L).minusWeeks(back);
        yield days(monday, monday.plusWeeks(1), 2);
      }
      case "month" -> months(month.minusMonths(back), 1, 2);
      case "quarter" ->
          months(month.minusMonths((month.getMonthValue() - 1) % 3 + 3L * back), 3, 2);
      case "year" -> months(YearMonth.of(today.getYear() - back, 1), 12, 2);
      default -> Optional.empty();
    };
  }

  private static String singular(String unit) {
    return unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
  }

  private LocalDate begun(int month, int day) {
    if (year > 0) {
      return LocalDate.of(year, month, day);
    }
    LocalDate date = LocalDate.of(today.getYear(), month, day);
    return date.isAfter(today) ? date.minusYears(1) : date;
  }

  private int monthOf(int at) {
    String word = text.at(at).equals("sept") ? "sep" : text.at(at);
    return Math.max(MONTHS.indexOf(word), FULL.indexOf(word)) + 1;
  }

  private int dayNumber(int at) {
    String digits = text.at(at).replaceFirst("(st|nd|rd|th)$", "");
    int day = digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
    return day <= 31 ? day : 0;
  }

  private boolean isYear(int at) {
    return text.at(at).matches("(19|20)\\d{2}");
  }

  private int yearAt(int at) {
    return Integer.parseInt(text.at(at));
  }

  private static Optional<Days> day(LocalDate day, int length) {
    return days(day, day.plusDays(1), length);
  }

  private static Optional<Days> months(YearMonth first, int count, int length) {
    return days(first.atDay(1), first.plusMonths(count).atDay(1), length);
  }

  private static Optional<Days> days(LocalDate from, LocalDate until, int length) {
    return Optional.of(new Days(from, until, length));
  }
}
