package io.custard.query.answer;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who knows the data said of a column's numbers. Without it a number stands alone: a
 * unit is never guessed.
 *
 * @param unit such as {@code kg} or {@code %}, written after the number
 */
public record ColumnFacts(@Nullable String unit, @Nullable Currency currency) {
  /** Nobody said anything. */
  public static final ColumnFacts NONE = new ColumnFacts(null, null);
}
