package io.custard.translate.read;

import io.custard.translate.link.Adjectives;
import io.custard.translate.link.Mention;
import io.custard.translate.text.Quantity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what picks out extreme rows: "the oldest dog", "the three most expensive rooms", "with the
 * most orders", "the most common type", "top 5 products by price".
 */
final class RankReader {
  private static final List<String> MANY =
      List.of(
          "most number of",
          "highest number of",
          "largest number of",
          "greatest number of",
          "maximum number of",
          "biggest number of",
          "highest count of",
          "largest amount of",
          "the most",
          "most");
  private static final List<String> FEW =
      List.of(
          "least number of",
          "lowest number of",
          "smallest number of",
          "fewest number of",
          "minimum number of",
          "least amount of",
          "the fewest",
          "fewest",
          "the least",
          "least");
  private static final List<String> COMMON =
      List.of(
          "commonly used",
          "frequently used",
          "often used",
          "widely used",
          "common",
          "frequent",
          "popular",
          "commonly",
          "frequently",
          "prevalent",
          "commonly occurring",
          "often");

  private final Cursor cursor;
  private final Notes notes;

  RankReader(Cursor cursor, Notes notes) {
    this.cursor = cursor;
    this.notes = notes;
  }

  /** Reads a rank if one stands here; the thing ranked is noted as a thing, not picked. */
  @Nullable Ranked read() {
    int start = cursor.at();
    cursor.eat("the");
    Mention whole = cursor.mention();
    if (whole != null && whole.columnScore() >= 0.9 && whole.to() - whole.from() > 1) {
      cursor.backTo(start);
      return null;
    }
    int count = leadingCount();
    Ranked ranked = top(count);
    if (ranked == null) {
      ranked = common(count);
    }
    if (ranked == null) {
      ranked = counted(count);
    }
    if (ranked == null) {
      ranked = adjective(count);
    }
    if (ranked == null) {
      ranked = extremeColumn(count);
    }
    if (ranked == null) {
      cursor.backTo(start);
    }
    return ranked;
  }

  /**
   * A rank that was read.
   *
   * @param thing what is picked out, if it was named
   */
  record Ranked(@Nullable Mention thing, boolean column) {}

  private int leadingCount() {
    int start = cursor.at();
    Optional<Quantity> count = cursor.quantity();
    if (count.isPresent() && count.get().countable() && count.get().value().signum() > 0) {
      cursor.skip(count.get().length());
      return count.get().value().intValueExact();
    }
    cursor.backTo(start);
    return 1;
  }

  /** "top 5 products by price", "top 3 customers with the most orders". */
  private @Nullable Ranked top(int before) {
    boolean falling = cursor.eat("top");
    if (!falling && !cursor.eat("bottom")) {
      return null;
    }
    int count = before > 1 ? before : leadingCount();
    notes.limit = count;
    notes.top = true;
    if (Adjectives.superlative(cursor.token().lower()) != null || cursor.sees("most")) {
      Ranked inner = read();
      if (inner != null) {
        return inner;
      }
    }
    Mention thing = cursor.mention();
    if (thing == null) {
      throw new NotUnderstood("what the top " + count + " are of");
    }
    cursor.skip(thing.to() - thing.from());
    if (thing.namesTable()) {
      notes.thing(thing);
    }
    if (cursor.eat("by")
        || cursor.eat("in terms of")
        || cursor.eat("based on")
        || cursor.eat("ranked by")
        || cursor.eat("ordered by")
        || cursor.eat("sorted by")) {
      notes.sorts.add(new Draft.Sort(new OrderReader(cursor, notes).key(), falling));
    }
    return new Ranked(thing, !thing.namesTable());
  }

  private @Nullable Ranked common(int count) {
    int start = cursor.at();
    boolean falling = cursor.eat("most");
    if ((falling || cursor.eat("least")) && cursor.eatAny(COMMON) != null) {
      Mention thing = cursor.mention();
      if (thing != null) {
        cursor.skip(thing.to() - thing.from());
        notes.rank(new Rank.ByCount(null), falling, count);
        if (thing.namesTable()) {
          notes.thing(thing);
        }
        return new Ranked(thing, !thing.namesTable());
      }
      notes.rank(new Rank.ByCount(null), falling, count);
      return new Ranked(null, false);
    }
    cursor.backTo(start);
    return null;
  }

  private @Nullable Ranked counted(int count) {
    int start = cursor.at();
    boolean falling = cursor.eatAny(MANY) != null;
    if (falling || cursor.eatAny(FEW) != null) {
      cursor.eatAll(List.of("number of", "different", "distinct", "of"));
      Mention thing = cursor.mention();
      if (thing != null && Adjectives.plain(cursor.token().lower()) == null) {
        cursor.skip(thing.to() - thing.from());
        if (thing.namesTable()) {
          notes.thing(thing);
          notes.rank(new Rank.ByCount(thing), falling, count);
        } else {
          notes.rank(new Rank.ByColumn(null, thing), falling, count);
        }
        return new Ranked(null, false);
      }
    }
    cursor.backTo(start);
    return null;
  }

  private @Nullable Ranked adjective(int count) {
    int start = cursor.at();
    Adjectives.Sense sense = Adjectives.superlative(cursor.token().lower());
    boolean falling = true;
    if (sense != null) {
      cursor.skip(1);
    } else if (cursor.sees("most") || cursor.sees("least")) {
      falling = cursor.sees("most");
      String word = cursor.token(1).lower();
      sense = Adjectives.plain(word.equals("recently") ? "recent" : word);
      cursor.skip(2);
    }
    if (sense == null) {
      cursor.backTo(start);
      return null;
    }
    cursor.eat("of");
    Mention thing = cursor.mention();
    if (thing != null && !thing.namesTable()) {
      cursor.backTo(start);
      return null;
    }
    if (thing != null) {
      cursor.skip(thing.to() - thing.from());
      notes.thing(thing);
    }
    notes.rank(new Rank.ByAdjective(sense, thing), falling, count);
    return new Ranked(thing, false);
  }

  /** "highest price", "largest total amount": a column of which the extreme is meant. */
  private @Nullable Ranked extremeColumn(int count) {
    int start = cursor.at();
    String word = cursor.token().lower();
    Fn extreme = Phrases.function(word);
    boolean plain = word.startsWith("maxim") || word.startsWith("minim");
    if (extreme == null || !(Phrases.extreme(word) || plain)) {
      return null;
    }
    cursor.skip(1);
    Fn inner = Phrases.function(cursor.token().lower());
    boolean summed = inner == Fn.AVG || inner == Fn.SUM;
    Mention whole = cursor.mention();
    if (summed && (whole == null || whole.columnScore() < 0.9)) {
      cursor.skip(1);
    } else {
      inner = null;
    }
    cursor.eatAll(List.of("of", "value of", "amount of", "the", "number of"));
    Mention column = cursor.mention();
    if (column == null || column.columns().isEmpty()) {
      cursor.backTo(start);
      return null;
    }
    cursor.skip(column.to() - column.from());
    notes.rank(new Rank.ByColumn(inner, column), extreme == Fn.MAX, count);
    return new Ranked(null, false);
  }
}
