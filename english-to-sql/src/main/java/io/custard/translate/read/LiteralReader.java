package io.custard.translate.read;

import io.custard.translate.link.Value;
import io.custard.translate.text.DateSpan;
import io.custard.translate.text.Quantity;
import io.custard.translate.text.Token;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a column is compared with: a value, a number or a date. */
final class LiteralReader {

  private final Cursor cursor;

  LiteralReader(Cursor cursor) {
    this.cursor = cursor;
  }

  @Nullable Literal literal(@Nullable Op op) {
    Value value = cursor.value();
    if (value != null) {
      cursor.skip(value.to() - value.from());
      return new Literal.Text(value);
    }
    boolean spelled = cursor.token(-1).lower().matches("letter|word|substring");
    if (spelled && cursor.token().kind() == Token.Kind.WORD) {
      Value raw = new Value(cursor.at(), cursor.at() + 1, cursor.token().text(), List.of());
      cursor.skip(1);
      return new Literal.Text(raw);
    }
    return number(op);
  }

  /** A number or date; four digits behind a preposition of time may be a year. */
  @Nullable Literal number(@Nullable Op op) {
    Optional<DateSpan> date = cursor.date();
    Optional<Quantity> quantity = cursor.quantity();
    if (date.isPresent()
        && (quantity.isEmpty()
            || date.get().length() > 1
            || (date.get().yearOnly() && yearLike(op)))) {
      int place = cursor.at();
      cursor.skip(date.get().length());
      return new Literal.Dates(date.get(), place);
    }
    if (quantity.isPresent()) {
      String written = cursor.token().text();
      cursor.skip(quantity.get().length());
      return new Literal.Figure(quantity.get().value(), written);
    }
    return null;
  }

  private boolean yearLike(@Nullable Op op) {
    List<String> time =
        List.of(
            "before",
            "after",
            "since",
            "in",
            "until",
            "during",
            "by",
            "following",
            "year",
            "between",
            "and",
            "to",
            "from",
            "than",
            "of",
            "year's",
            "is",
            "was",
            "are");
    return time.contains(cursor.token(-1).lower()) && (op != null || !cursor.token(-1).is("of"));
  }
}
