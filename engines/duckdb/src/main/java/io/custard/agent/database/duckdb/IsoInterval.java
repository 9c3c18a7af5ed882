package io.custard.agent.database.duckdb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From DuckDB's intervals, {@code 1 year 2 months -3 days -26:00:00.5}, to ISO 8601 durations. */
final class IsoInterval {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<years>-?\\d+) years? ?)?(?:(?<months>-?\\d+) months? ?)?"
              + "(?:(?<days>-?\\d+) days? ?)?"
              + "(?:(?<sign>-)?(?<hours>\\d+):(?<minutes>\\d+):(?<seconds>\\d+)(?<part>\\.\\d+)?)?");

  private IsoInterval() {}

  /** A text of another form stays as it is. */
  static String of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    StringBuilder date = new StringBuilder();
    part(date, parts.group("years"), "Y");
    part(date, parts.group("months"), "M");
    part(date, parts.group("days"), "D");
    String time = time(parts);
    if (date.isEmpty() && time.isEmpty()) {
      return "PT0S";
    }
    return "P" + date + (time.isEmpty() ? "" : "T" + time);
  }

  private static String time(Matcher parts) {
    StringBuilder time = new StringBuilder();
    if (parts.group("hours") == null) {
      return "";
    }
    String sign = parts.group("sign") == null ? "" : "-";
    signed(time, sign, parts.group("hours"), "", "H");
    signed(time, sign, parts.group("minutes"), "", "M");
    String fraction = parts.group("part");
    signed(time, sign, parts.group("seconds"), fraction == null ? "" : fraction, "S");
    return time.toString();
  }

  private static void part(StringBuilder out, String number, String unit) {
    if (number != null) {
      out.append(number).append(unit);
    }
  }

  private static void signed(
      StringBuilder out, String sign, String digits, String fraction, String unit) {
    long number = Long.parseLong(digits);
    if (number != 0 || !fraction.isEmpty()) {
      out.append(sign).append(number).append(fraction).append(unit);
    }
  }
}
