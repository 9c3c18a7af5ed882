package io.custard.translate.read;

import io.custard.translate.link.Value;
import io.custard.translate.text.DateSpan;
import java.math.BigDecimal;

/** What a column is compared with. */
public sealed interface Literal {
  /** A number; written is how the question spells it, for columns of text. */
  record Figure(BigDecimal value, String written) implements Literal {}

  /** A text, with the columns found to hold it. */
  record Text(Value value) implements Literal {}

  /** A span of days, with the token where it stands. */
  record Dates(DateSpan span, int at) implements Literal {}
}
