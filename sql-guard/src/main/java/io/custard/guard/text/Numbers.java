package io.custard.guard.text;

import java.util.function.IntPredicate;

/** Where a number ends: digits with a fraction and an exponent, or 0x, 0b and 0o forms. */
final class Numbers {
  private Numbers() {}

  static int end(String sql, int from, boolean separators) {
    if (at(sql, from) == '0' && "xXbBoO".indexOf(at(sql, from + 1)) >= 0) {
      int end = run(sql, from + 2, Characters::isLetterOrDigitAscii, separators);
      if (end > from + 2) {
        return end;
      }
    }
    int end = run(sql, from, Characters::isDigit, separators);
    if (at(sql, end) == '.') {
      end = run(sql, end + 1, Characters::isDigit, separators);
    }
    return exponentEnd(sql, end);
  }

  private static int exponentEnd(String sql, int from) {
    if (at(sql, from) != 'e' && at(sql, from) != 'E') {
      return from;
    }
    int sign = at(sql, from + 1) == '+' || at(sql, from + 1) == '-' ? 1 : 0;
    return Characters.isDigit(at(sql, from + 1 + sign))
        ? run(sql, from + 1 + sign, Characters::isDigit, false)
        : from;
  }

  private static int run(String sql, int from, IntPredicate digit, boolean separators) {
    int end = from;
    while (digit.test(at(sql, end))
        || (separators && at(sql, end) == '_' && digit.test(at(sql, end + 1)))) {
      end++;
    }
    return end;
  }

  private static char at(String sql, int index) {
    return index < sql.length() ? sql.charAt(index) : '\0';
  }
}
