package io.custard.translate.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A span of days named by a question: a day, month, quarter or year, written out or relative to
 * today.
 *
 * @param until the first day after the span
 * @param yearOnly whether only a year was named, so that a column of years can be meant
 * @param length how many tokens it takes
 */
public record DateSpan(LocalDate from, LocalDate until, boolean yearOnly, int length) {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> MONTH_NAMES =
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

  /** The date that starts at a token, if one does. */
  public static Optional<DateSpan> at(List<Token> tokens, int from, LocalDate today) {
    try {
      return new Scan(tokens, from, today).span();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private record Scan(List<Token> tokens, int from, LocalDate today) {

    Optional<DateSpan> span() {
      Token first = token(0);
      if (first.kind() == Token.Kind.DATE) {
        String[] parts = first.text().split("[-T ]", -1);
        LocalDate day = LocalDate.of(int0(parts[0]), int0(parts[1]), int0(parts[2]));
        return days(day, day.plusDays(1), 1);
      }
      if (month(first) > 0) {
        return monthFirst();
      }
      if (isDay(first) && month(after(1, "of")) > 0) {
        int skip = token(1).is("of") ? 2 : 1;
        int year = year(token(skip + 1));
        return year == 0
            ? Optional.empty()
            : day(LocalDate.of(year, month(token(skip)), dayOf(first)), skip + 2);
      }
      int year = year(first);
      if (year > 0) {
        return Optional.of(
            new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), true, 1));
      }
      return quarter().or(this::relative);
    }

    private Optional<DateSpan> monthFirst() {
      int month = month(token(0));
      Token second = token(1);
      if (year(second) > 0) {
        return month(YearMonth.of(year(second), month), 2);
      }
      int comma = token(2).is(",") ? 3 : 2;
      if (isDay(second) && year(token(comma)) > 0) {
        return day(LocalDate.of(year(token(comma)), month, dayOf(second)), comma + 1);
      }
      if (second.is(",") && year(token(2)) > 0) {
        return month(YearMonth.of(year(token(2)), month), 3);
      }
      return Optional.empty();
    }

    private Optional<DateSpan> quarter() {
      String word = token(0).lower();
      if (word.length() == 2 && word.charAt(0) == 'q' && "1234".indexOf(word.charAt(1)) >= 0) {
        int year = year(token(1));
        if (year > 0) {
          LocalDate start = LocalDate.of(year, (word.charAt(1) - '1') * 3 + 1, 1);
          return days(start, start.plusMonths(3), 2);
        }
      }
      return Optional.empty();
    }

    private Optional<DateSpan> relative() {
      String word = token(0).lower();
      switch (word) {
        case "today" -> {
          return day(today, 1);
        }
        case "yesterday" -> {
          return day(today.minusDays(1), 1);
        }
        case "this", "current" -> {
          return unit(token(1), 0, 2);
        }
        case "last", "past", "previous" -> {
          Optional<Quantity> count = Quantity.at(tokens, from + 1);
          if (count.isPresent() && count.get().countable()) {
            int amount = count.get().value().intValueExact();
            return amount > 100_000
                ? Optional.empty()
                : back(token(1 + count.get().length()), amount, 2 + count.get().length());
          }
          return unit(token(1), -1, 2);
        }
        default -> {
          return Optional.empty();
        }
      }
    }

    private Optional<DateSpan> unit(Token unit, int shift, int length) {
      return switch (Stemmer.singular(unit.lower())) {
        case "year" -> {
          int year = today.getYear() + shift;
          yield Optional.of(
              new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), true, length));
        }
        case "quarter" -> {
          LocalDate start =
              LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1)
                  .plusMonths(3L * shift);
          yield days(start, start.plusMonths(3), length);
        }
        case "month" -> month(YearMonth.from(today).plusMonths(shift), length);
        case "week" -> {
          LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L).plusWeeks(shift);
          yield days(monday, monday.plusWeeks(1), length);
        }
        default -> Optional.empty();
      };
    }

    private Optional<DateSpan> back(Token unit, int amount, int length) {
      LocalDate until = today.plusDays(1);
      return switch (Stemmer.singular(unit.lower())) {
        case "day" -> days(today.minusDays(amount), until, length);
        case "week" -> days(today.minusWeeks(amount), until, length);
        case "month" -> days(today.minusMonths(amount), until, length);
        case "year" -> days(today.minusYears(amount), until, length);
        default -> Optional.empty();
      };
    }

    private Token token(int offset) {
      int at = from + offset;
      return at < tokens.size() ? tokens.get(at) : new Token("", "", "", Token.Kind.MARK, 0, 0);
    }

    private Token after(int offset, String skipped) {
      return token(offset).is(skipped) ? token(offset + 1) : token(offset);
    }

    private Optional<DateSpan> day(LocalDate day, int length) {
      return days(day, day.plusDays(1), length);
    }

    private Optional<DateSpan> month(YearMonth month, int length) {
      return days(month.atDay(1), month.plusMonths(1).atDay(1), length);
    }

    private Optional<DateSpan> days(LocalDate start, LocalDate until, int length) {
      return Optional.of(new DateSpan(start, until, false, length));
    }

    private static int month(Token token) {
      String word = token.lower().toLowerCase(Locale.ROOT);
      int full = MONTH_NAMES.indexOf(word);
      int shortForm = MONTHS.indexOf(word.equals("sept") ? "sep" : word);
      return Math.max(full, shortForm) + 1;
    }

    private static int year(Token token) {
      if (token.kind() != Token.Kind.NUMBER || token.text().length() != 4) {
        return 0;
      }
      int year = token.text().chars().allMatch(Character::isDigit) ? int0(token.text()) : 0;
      return year >= 1000 && year < 2200 ? year : 0;
    }

    private static boolean isDay(Token token) {
      return dayOf(token) > 0;
    }

    private static int dayOf(Token token) {
      String digits = token.lower().replaceFirst("(st|nd|rd|th)$", "");
      boolean plain = digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
      int day = plain ? int0(digits) : 0;
      return day <= 31 ? day : 0;
    }

    private static int int0(String digits) {
      return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
  }
}
