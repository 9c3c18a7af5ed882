package io.custard.translate.read;

import io.custard.translate.link.Adjectives;
import io.custard.translate.link.Mention;
import io.custard.translate.link.Value;
import io.custard.translate.text.Quantity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads comparisons that begin with the comparison itself: "more than 3 orders", "older than 30".
 */
final class ComparisonReader {
  static final List<String> UNITS =
      List.of(
          "years old",
          "years",
          "year",
          "dollars",
          "euros",
          "usd",
          "percent",
          "%",
          "meters",
          "metres",
          "m",
          "mm",
          "cm",
          "km",
          "kg",
          "kilograms",
          "miles",
          "feet",
          "inches",
          "pounds",
          "hours",
          "minutes",
          "seconds",
          "ms",
          "days",
          "points");

  private final Cursor cursor;
  private final Notes notes;
  private final LiteralReader literals;

  ComparisonReader(Cursor cursor, Notes notes, LiteralReader literals) {
    this.cursor = cursor;
    this.notes = notes;
    this.literals = literals;
  }

  /** "more than 3 orders", "at least 5000 distance", "after 2020", "4 or more students". */
  @Nullable Test bareComparison() {
    int start = cursor.at();
    boolean than = cursor.sees("between");
    if (than) {
      return between(null);
    }
    Op op = Phrases.comparison(cursor);
    if (op == Op.CONTAINS || op == Op.STARTS || op == Op.ENDS) {
      return patternOfLastPick(start, op);
    }
    if (op != null) {
      cursor.eatAll(List.of("the", "a", "an"));
      Test average = versusAll(null, null, op);
      if (average != null) {
        return average;
      }
    }
    Literal literal = literals.number(op);
    if (literal == null && op != null) {
      Value value = cursor.value();
      if (value != null && (op == Op.NE || op == Op.EQ)) {
        cursor.skip(value.to() - value.from());
        return new Test.Compare(null, op, new Literal.Text(value));
      }
    }
    if (literal == null) {
      if (op == Op.GT && cursor.eat("one")) {
        literal = new Literal.Figure(java.math.BigDecimal.ONE, "1");
      } else {
        cursor.backTo(start);
        return null;
      }
    }
    if (op == null) {
      op = Phrases.trailing(cursor);
    }
    return literal instanceof Literal.Dates
        ? new Test.Compare(null, op == null ? Op.EQ : op, literal)
        : counted(start, op == null ? Op.EQ : op, literal);
  }

  /** "which name contains 'x'" is about what is shown. */
  private @Nullable Test patternOfLastPick(int start, Op op) {
    Pick last = notes.picks.isEmpty() ? null : notes.picks.get(notes.picks.size() - 1);
    if (last instanceof Pick.OfColumn column) {
      cursor.eatAll(List.of("the", "a", "substring", "letter", "word", "string", "phrase"));
      Literal literal = literals.literal(op);
      if (literal instanceof Literal.Text) {
        return new Test.Compare(column.column(), op, literal);
      }
    }
    cursor.backTo(start);
    return null;
  }

  /** "whose average salary is above 8000". */
  @Nullable Test measured() {
    int start = cursor.at();
    Mention whole = cursor.mention();
    Fn fn = Phrases.function(cursor.token().lower());
    boolean named = whole != null && whole.columnScore() >= 0.9 && whole.to() - whole.from() > 1;
    if (fn != null && !named) {
      cursor.skip(1);
      cursor.eatAll(List.of("of", "the", "amount of", "number of"));
      Mention column = cursor.mention();
      if (column != null && !column.columns().isEmpty()) {
        cursor.skip(column.to() - column.from());
        cursor.eatAll(AboutReader.COPULAS);
        Op op = Phrases.comparison(cursor);
        Optional<Quantity> quantity = cursor.quantity();
        if (op != null && quantity.isPresent()) {
          cursor.skip(quantity.get().length());
          return new Test.Measured(fn, column, op, quantity.get().value());
        }
      }
    }
    cursor.backTo(start);
    return null;
  }

  private @Nullable Test counted(int start, Op op, Literal literal) {
    cursor.eatAll(List.of("different", "distinct", "of", "the", "number of", "in", "for", "more"));
    cursor.eatAny(UNITS.stream().filter(u -> cursor.mention() == null).toList());
    cursor.eatAll(List.of("in", "for", "of", "the"));
    Mention mention = cursor.mention();
    if (mention != null && literal instanceof Literal.Figure n) {
      if (mention.namesTable()) {
        Quantity quantity = new Quantity(n.value(), 1);
        if (!quantity.countable()) {
          throw new NotUnderstood("a count of " + n.value().toPlainString());
        }
        cursor.skip(mention.to() - mention.from());
        notes.thing(mention);
        return new Test.Many(mention, op, n.value().longValueExact());
      }
      cursor.skip(mention.to() - mention.from());
      return new Test.Compare(mention, op, literal);
    }
    cursor.backTo(start);
    return null;
  }

  /** "older than 30", "younger than the average". */
  @Nullable Test degree() {
    int start = cursor.at();
    Adjectives.Sense sense = Adjectives.comparative(cursor.token().lower());
    boolean more = true;
    if (sense != null) {
      cursor.skip(1);
    } else if (cursor.sees("more") || cursor.sees("less")) {
      more = cursor.sees("more");
      sense = Adjectives.plain(cursor.token(1).lower());
      cursor.skip(2);
    }
    if (sense == null || !cursor.eat("than")) {
      cursor.backTo(start);
      return null;
    }
    Op op = more ? Op.GT : Op.LT;
    Test average = versusAll(null, sense, op);
    if (average != null) {
      return average;
    }
    Literal literal = literals.number(op);
    if (literal == null) {
      cursor.backTo(start);
      return null;
    }
    cursor.eatAny(UNITS);
    return new Test.Degree(sense, op, literal);
  }

  @Nullable Test between(@Nullable Mention mention) {
    int start = cursor.at();
    if (cursor.eat("between") || cursor.eat("from")) {
      cursor.eatAll(List.of("the", "years", "year", "of"));
      Literal low = literals.number(Op.GE);
      boolean joined = cursor.eat("and") || cursor.eat("to");
      Literal high = low == null || !joined ? null : literals.number(Op.LE);
      if (low != null && high != null) {
        cursor.eatAny(List.of("inclusive", "( inclusive )"));
        if (mention == null && low instanceof Literal.Figure) {
          Mention behind = cursor.mention();
          if (behind == null || behind.columns().isEmpty()) {
            cursor.backTo(start);
            return null;
          }
          cursor.skip(behind.to() - behind.from());
          return new Test.Between(behind, low, high);
        }
        return new Test.Between(mention, low, high);
      }
    }
    cursor.backTo(start);
    return null;
  }

  @Nullable Test versusAll(@Nullable Mention about, Adjectives.@Nullable Sense sense, Op op) {
    int start = cursor.at();
    cursor.eat("than");
    cursor.eat("the");
    Fn fn = cursor.eat("average") || cursor.eat("mean") || cursor.eat("avg") ? Fn.AVG : null;
    if (fn == null) {
      cursor.backTo(start);
      return null;
    }
    cursor.eatAll(List.of("of", "the", "value", "all"));
    Mention column = cursor.mention();
    Mention compared = about;
    if (column != null && !column.columns().isEmpty() && !column.namesTable()) {
      cursor.skip(column.to() - column.from());
      compared = about == null ? column : about;
    }
    cursor.eatAll(List.of("of", "all", "the", "for", "across", "among", "overall"));
    Mention thing = cursor.mention();
    if (thing != null && thing.namesTable()) {
      cursor.skip(thing.to() - thing.from());
      notes.thing(thing);
    }
    if (compared == null && sense == null) {
      cursor.backTo(start);
      return null;
    }
    return new Test.VersusAll(compared, sense, op, fn);
  }
}
