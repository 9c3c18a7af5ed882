package io.custard.query.answer;

import io.custard.query.result.NumberMeaning;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as a locale writes them. Whole numbers are exact; below 1 three significant digits are
 * kept, elsewhere two decimals. The rows beside the sentence keep every digit.
 */
record NumberText(Locale locale) {
  /** Longer ones, and smaller ones than the second, are told with an exponent. */
  private static final int MOST_DIGITS = 100;

  private static final int SMALLEST_EXPONENT = -6;
  private static final MathContext SIGNIFICANT = new MathContext(3, RoundingMode.HALF_UP);
  private static final int LONGEST_UNIT = 20;

  String of(BigDecimal number, NumberMeaning meaning, ColumnFacts facts) {
    if (isOutOfScale(number)) {
      return withExponent(number);
    }
    if (meaning != NumberMeaning.QUANTITY) {
      return PlainText.cut(number.stripTrailingZeros().toPlainString(), MOST_DIGITS + 1);
    }
    Currency currency = facts.currency();
    return currency == null ? withUnit(quantity(number), facts.unit()) : money(number, currency);
  }

  String of(int count) {
    return quantity(BigDecimal.valueOf(count));
  }

  private String quantity(BigDecimal number) {
    boolean small = number.abs().compareTo(BigDecimal.ONE) < 0;
    BigDecimal kept = small ? number.round(SIGNIFICANT) : number;
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMaximumFractionDigits(small ? Math.max(0, kept.scale()) : 2);
    format.setMaximumIntegerDigits(MOST_DIGITS);
    return format.format(kept);
  }

  private String money(BigDecimal number, Currency currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setRoundingMode(RoundingMode.HALF_UP);
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setMaximumIntegerDigits(MOST_DIGITS);
    return format.format(number);
  }

  /** English writes the sign of per cent without a space. */
  private String withUnit(String number, @Nullable String unit) {
    if (unit == null || unit.isBlank()) {
      return number;
    }
    boolean close = unit.equals("%") && locale.getLanguage().equals("en");
    return number + (close ? "" : "\u00A0") + PlainText.cut(unit.strip(), LONGEST_UNIT);
  }

  /** Where writing all digits would flood the sentence, or show nothing but zeros. */
  private static boolean isOutOfScale(BigDecimal number) {
    long exponent = (long) number.precision() - number.scale() - 1;
    return number.signum() == 0
        ? Math.abs((long) number.scale()) > MOST_DIGITS
        : exponent >= MOST_DIGITS || exponent < SMALLEST_EXPONENT;
  }

  private String withExponent(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    return number.round(SIGNIFICANT).stripTrailingZeros().toString().replace('.', point);
  }
}
