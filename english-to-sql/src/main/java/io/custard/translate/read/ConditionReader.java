package io.custard.translate.read;

import io.custard.translate.link.Mention;
import io.custard.translate.link.Value;
import io.custard.translate.text.DateSpan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads conditions: comparisons, values, missing things, counts of related things. */
final class ConditionReader {

  private final Cursor cursor;
  private final Notes notes;
  private final ComparisonReader comparisons;
  private final AboutReader abouts;
  private final DenialReader denials;

  ConditionReader(Cursor cursor, Notes notes) {
    this.cursor = cursor;
    this.notes = notes;
    LiteralReader literals = new LiteralReader(cursor);
    this.comparisons = new ComparisonReader(cursor, notes, literals);
    this.abouts = new AboutReader(cursor, notes, literals, comparisons);
    this.denials = new DenialReader(cursor, notes, this, abouts);
  }

  void add(Test test) {
    notes.tests.add(test);
  }

  /** Reads a condition if one stands here. */
  boolean read() {
    if (cursor.eat("or")) {
      return alternative();
    }
    Test test = test();
    if (test != null) {
      add(test);
      return true;
    }
    return false;
  }

  private boolean alternative() {
    if (notes.tests.isEmpty()) {
      throw new NotUnderstood("what the word 'or' joins");
    }
    Test before = notes.tests.remove(notes.tests.size() - 1);
    cursor.eatAll(
        List.of(
            "that", "who", "which", "whose", "with", "have", "has", "are", "is", "in", "the", "a",
            "an", "from", "by", "were", "was", "had", "of", "on", "at", "to"));
    Test next = test();
    if (next == null) {
      throw new NotUnderstood("what follows the word 'or'");
    }
    notes.tests.add(new Test.AnyOf(List.of(before, sameColumn(before, next))));
    return true;
  }

  /** "from France or Spain": the second value is of the column of the first. */
  private static Test sameColumn(Test before, Test next) {
    if (next instanceof Test.Compare b && b.about() == null) {
      Test last =
          before instanceof Test.AnyOf any ? any.tests().get(any.tests().size() - 1) : before;
      if (last instanceof Test.Compare a && a.about() != null) {
        return new Test.Compare(a.about(), b.op() == Op.EQ ? a.op() : b.op(), b.literal());
      }
    }
    return next;
  }

  @Nullable Test test() {
    int start = cursor.at();
    Test test = denials.without();
    if (test == null) {
      test = comparisons.bareComparison();
    }
    if (test == null) {
      test = comparisons.degree();
    }
    if (test == null) {
      test = comparisons.measured();
    }
    if (test == null) {
      test = value();
    }
    if (test == null) {
      test = abouts.about();
    }
    if (test == null) {
      cursor.backTo(start);
    }
    return test;
  }

  private @Nullable Test value() {
    Value value = cursor.value();
    if (value == null) {
      Optional<DateSpan> date = cursor.date();
      if (date.isPresent() && (!date.get().yearOnly() || yearExpected())) {
        int place = cursor.at();
        cursor.skip(date.get().length());
        return new Test.Compare(null, Op.EQ, new Literal.Dates(date.get(), place));
      }
      return null;
    }
    cursor.skip(value.to() - value.from());
    int start = cursor.at();
    boolean inside = cursor.eat("in") || cursor.eat("as part of") || cursor.eat("within");
    inside &= cursor.eatAny(List.of("its", "their", "his", "her", "the")) != null;
    Mention holder = inside ? cursor.mention() : null;
    if (holder != null && !holder.namesTable() && !AboutReader.fits(holder, value)) {
      cursor.skip(holder.to() - holder.from());
      return new Test.Compare(holder, Op.CONTAINS, new Literal.Text(value));
    }
    cursor.backTo(start);
    Mention behind = cursor.mention();
    if (behind != null && AboutReader.fits(behind, value) && !behind.namesTable()) {
      cursor.skip(behind.to() - behind.from());
      return new Test.Compare(behind, Op.EQ, new Literal.Text(value));
    }
    cursor.backTo(start);
    return new Test.Compare(null, Op.EQ, new Literal.Text(value));
  }

  private boolean yearExpected() {
    String before = cursor.token(-1).lower();
    return List.of("in", "during", "year", "of", "for", "from", "the", "on", "last", "this")
            .contains(before)
        || cursor.sees("last")
        || cursor.sees("this")
        || cursor.sees("past");
  }
}
