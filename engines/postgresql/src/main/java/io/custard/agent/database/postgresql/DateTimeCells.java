package io.custard.agent.database.postgresql;

import io.custard.agent.database.JsonBuffer;

/**
 * Dates and times from PostgreSQL's ISO style to ISO 8601: {@code T} between date and time, offsets
 * with minutes, years before Christ and beyond 9999 with a sign, {@code infinity} as it is.
 */
final class DateTimeCells {
  private DateTimeCells() {}

  static void date(byte[] text, int from, int to, JsonBuffer out) {
    out.raw('"');
    if (isDigit(text[from])) {
      boolean beforeChrist = isBeforeChrist(text, from, to);
      int end = beforeChrist ? to - 3 : to;
      int rest = year(text, from, end, beforeChrist, out);
      separated(text, rest, end, out);
    } else {
      out.raw(text, from, to);
    }
    out.raw('"');
  }

  static void dateTimeWithZone(byte[] text, int from, int to, JsonBuffer out) {
    out.raw('"');
    if (isDigit(text[from])) {
      boolean beforeChrist = isBeforeChrist(text, from, to);
      int end = beforeChrist ? to - 3 : to;
      int rest = year(text, from, end, beforeChrist, out);
      int offset = offset(text, rest, end);
      separated(text, rest, offset, out);
      zone(text, offset, end, out);
    } else {
      out.raw(text, from, to);
    }
    out.raw('"');
  }

  static void timeWithZone(byte[] text, int from, int to, JsonBuffer out) {
    int offset = offset(text, from, to);
    out.raw('"').raw(text, from, offset);
    zone(text, offset, to, out);
    out.raw('"');
  }

  private static boolean isBeforeChrist(byte[] text, int from, int to) {
    return to - from > 3 && text[to - 1] == 'C' && text[to - 2] == 'B';
  }

  /** Writes the year; returns where the month's hyphen stands. */
  private static int year(byte[] text, int from, int to, boolean beforeChrist, JsonBuffer out) {
    int at = from;
    int year = 0;
    while (at < to && isDigit(text[at])) {
      year = year * 10 + text[at++] - '0';
    }
    if (!beforeChrist && at - from == 4) {
      out.raw(text, from, at);
      return at;
    }
    int iso = beforeChrist ? 1 - year : year;
    String sign = iso > 9999 ? "+" : iso < 0 ? "-" : "";
    String digits = Integer.toString(Math.abs(iso));
    out.ascii(sign).ascii("0".repeat(Math.max(0, 4 - digits.length()))).ascii(digits);
    return at;
  }

  private static void separated(byte[] text, int from, int to, JsonBuffer out) {
    for (int i = from; i < to; i++) {
      out.raw(text[i] == ' ' ? 'T' : (char) text[i]);
    }
  }

  /** Where the offset begins: the last sign after a colon. */
  private static int offset(byte[] text, int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (text[i] == '+' || text[i] == '-') {
        return i;
      }
    }
    return to;
  }

  private static void zone(byte[] text, int from, int to, JsonBuffer out) {
    boolean hoursOnly = to - from == 3;
    if (hoursOnly && text[from + 1] == '0' && text[from + 2] == '0') {
      out.raw('Z');
      return;
    }
    out.raw(text, from, to);
    if (hoursOnly) {
      out.ascii(":00");
    }
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
