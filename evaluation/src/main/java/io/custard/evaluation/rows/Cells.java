package io.custard.evaluation.rows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values as gold results are compared: 1 equals 1.0, other fractions are taken to six significant
 * digits, and a text that is a number is one.
 */
final class Cells {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final double EXACT = 1e15;
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  /** Stands for a fraction, so that no text can equal it. */
  private record Fraction(String digits) {}

  private Cells() {}

  static List<List<@Nullable Object>> ofRows(List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> cells = new ArrayList<>(rows.size());
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cell = new ArrayList<>(row.size());
      row.forEach(value -> cell.add(of(value)));
      cells.add(cell);
    }
    return cells;
  }

  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number -> number(number);
      case String text when NUMBER.matcher(text.strip()).matches() ->
          number(Double.parseDouble(text.strip()));
      default -> value;
    };
  }

  private static @Nullable Object number(double number) {
    if (Double.isNaN(number)) {
      return null;
    }
    if (Double.isInfinite(number)) {
      return new Fraction(Double.toString(number));
    }
    if (number == Math.rint(number) && Math.abs(number) < EXACT) {
      return (long) number;
    }
    BigDecimal digits = new BigDecimal(number).round(SIX_DIGITS).stripTrailingZeros();
    return new Fraction(digits.toString());
  }
}
