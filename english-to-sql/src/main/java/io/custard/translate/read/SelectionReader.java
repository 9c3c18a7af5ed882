package io.custard.translate.read;

import io.custard.translate.link.Mention;
import io.custard.translate.link.Value;
import io.custard.translate.text.FunctionWords;
import io.custard.translate.text.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is to be shown: columns, aggregates, counts and things, in the order asked. */
final class SelectionReader {
  private static final List<String> EVERYTHING =
      List.of(
          "all information",
          "all the information",
          "all info",
          "all the info",
          "all details",
          "all the details",
          "all detailed info",
          "all columns",
          "all attributes",
          "everything",
          "all data",
          "all the data",
          "the details",
          "full details",
          "the information",
          "information",
          "details");
  private static final List<String> COUNTS =
      List.of("total number of", "number of", "the count of", "count of", "how many");

  private final Cursor cursor;
  private final Notes notes;
  private final RankReader ranks;
  private final ConditionReader conditions;
  private final boolean named;

  /** A reader of one selection; {@code named} is whether things are shown by name alone. */
  SelectionReader(Cursor cursor, Notes notes, ConditionReader conditions, boolean named) {
    this.cursor = cursor;
    this.notes = notes;
    this.ranks = new RankReader(cursor, notes);
    this.conditions = conditions;
    this.named = named;
  }

  /** Reads items while they follow each other with commas and "and". */
  void read() {
    boolean more = item();
    while (more) {
      ofThing();
      int start = cursor.at();
      more = separator() && item();
      if (!more) {
        cursor.backTo(start);
      }
    }
  }

  private boolean separator() {
    boolean comma = cursor.eat(",");
    boolean and =
        cursor.eat("and also")
            || cursor.eat("and")
            || cursor.eat("as well as")
            || cursor.eat("along with")
            || cursor.eat("together with")
            || cursor.eat("with their")
            || cursor.eat("with its")
            || cursor.eat("&")
            || cursor.eat("plus");
    return comma || and;
  }

  /** "of the singers" behind an item names the thing and does not end the selection. */
  private void ofThing() {
    int start = cursor.at();
    if (cursor.eatAny(List.of("of", "for", "from", "in", "across", "over", "about")) != null) {
      cursor.eatAll(List.of("all", "the", "our", "any", "those"));
      Mention thing = cursor.mention();
      if (thing != null && thing.namesTable()) {
        int end = start + thing.to() - start;
        cursor.backTo(end);
        boolean separated =
            cursor.sees(",")
                || cursor.sees("and")
                || cursor.sees("as well as")
                || cursor.sees("along with")
                || cursor.sees("together with");
        if (separated) {
          notes.thing(thing);
          return;
        }
      }
    }
    cursor.backTo(start);
  }

  private boolean item() {
    int start = cursor.at();
    determiners();
    boolean read = everything() || counted() || aggregate() || ranked() || limited() || plain();
    if (!read) {
      cursor.backTo(start);
    }
    return read;
  }

  private void determiners() {
    boolean more = true;
    while (more) {
      more = false;
      if (cursor.eatAny(Phrases.DISTINCT) != null) {
        notes.distinct = true;
        more = true;
      } else if (!cursor.sees("all information")
          && !cursor.sees("all the")
          && !cursor.sees("all info")
          && !cursor.sees("all details")
          && !cursor.sees("each")
          && !cursor.sees("every")
          && !cursor.sees("the count of")
          && cursor.eatAny(Phrases.DETERMINERS) != null) {
        more = true;
      } else if (cursor.sees("all the") && !seesEverything()) {
        cursor.skip(1);
        more = true;
      } else if (cursor.eat("type of") || cursor.eat("types of") || cursor.eat("kinds of")) {
        cursor.backTo(cursor.at() - 2);
        more = false;
      }
    }
  }

  private boolean seesEverything() {
    return EVERYTHING.stream().anyMatch(cursor::sees);
  }

  private boolean everything() {
    int start = cursor.at();
    if (cursor.eatAny(EVERYTHING) != null) {
      cursor.eatAll(
          List.of("of", "about", "for", "on", "the", "all", "each", "every", "regarding"));
      if (ranks.read() != null || cursor.mention() != null) {
        Mention thing = notes.things.isEmpty() ? cursor.mention() : notes.things.get(0);
        if (thing != null && thing.namesTable()) {
          if (thing.equals(cursor.mention())) {
            cursor.skip(thing.to() - thing.from());
          }
          notes.thing(thing);
          notes.picks.add(new Pick.OfThing(thing, Pick.Shown.ROW));
          return true;
        }
      }
    }
    cursor.backTo(start);
    return false;
  }

  private boolean counted() {
    int start = cursor.at();
    Mention whole = cursor.mention();
    if (whole != null && whole.columnScore() >= 0.9 && whole.to() - whole.from() > 1) {
      return false;
    }
    if (cursor.eatAny(COUNTS) == null) {
      return false;
    }
    boolean distinct = false;
    while (cursor.eatAny(Phrases.DETERMINERS) != null
        || cursor.sees("different")
        || cursor.sees("distinct")
        || cursor.sees("unique")) {
      distinct |= cursor.eatAny(Phrases.DISTINCT) != null;
    }
    leadingValues();
    Mention thing = cursor.mention();
    if (thing == null) {
      if (cursor.eat("are there") || cursor.eat("of them")) {
        notes.picks.add(new Pick.OfCount(null, false));
        return true;
      }
      cursor.backTo(start);
      return false;
    }
    cursor.skip(thing.to() - thing.from());
    if (thing.namesTable()) {
      notes.thing(thing);
    }
    notes.picks.add(new Pick.OfCount(thing, distinct));
    return true;
  }

  private void leadingValues() {
    Value value = cursor.value();
    while (value != null) {
      cursor.skip(value.to() - value.from());
      conditions.add(new Test.Compare(null, Op.EQ, new Literal.Text(value)));
      value = cursor.value();
    }
  }

  /** "average age", "minimum, average and maximum price", "total amount of". */
  private boolean aggregate() {
    int start = cursor.at();
    Mention whole = cursor.mention();
    if (whole != null
        && whole.columnScore() >= 0.9
        && whole.to() - whole.from() > 1
        && Phrases.function(cursor.token().lower()) != null) {
      return false;
    }
    List<Fn> functions = new ArrayList<>();
    boolean extreme = false;
    Fn fn = Phrases.function(cursor.token().lower());
    while (fn != null) {
      extreme |= Phrases.extreme(cursor.token().lower());
      functions.add(fn);
      cursor.skip(1);
      int place = cursor.at();
      cursor.eat(",");
      cursor.eat("and");
      cursor.eat("the");
      fn = Phrases.function(cursor.token().lower());
      if (fn == null || cursor.at() == place) {
        cursor.backTo(place);
        fn = null;
      }
    }
    if (functions.isEmpty()) {
      return false;
    }
    cursor.eatAll(List.of("of", "the", "value of", "values of", "all", "for"));
    boolean distinct = cursor.eat("distinct");
    Mention column = cursor.mention();
    boolean summedThing =
        functions.equals(List.of(Fn.SUM)) && column != null && column.namesTable();
    if (column == null
        || column.columns().isEmpty()
        || summedThing
        || (extreme && column.namesTable())) {
      cursor.backTo(start);
      return false;
    }
    cursor.skip(column.to() - column.from());
    functions.forEach(f -> notes.picks.add(new Pick.OfAggregate(f, distinct, column)));
    return true;
  }

  private boolean ranked() {
    int start = cursor.at();
    int sorts = notes.sorts.size();
    RankReader.Ranked ranked = ranks.read();
    if (ranked == null) {
      return false;
    }
    Mention thing = ranked.thing();
    if (thing == null) {
      if (notes.sorts.size() > sorts && notes.picks.isEmpty() && notes.things.isEmpty()) {
        throw new NotUnderstood("what \"" + cursor.tokens().get(start).text() + "\" picks out");
      }
      return false;
    }
    if (ranked.column()) {
      notes.picks.add(new Pick.OfColumn(thing));
    } else {
      possessed(thing);
    }
    return true;
  }

  /** "the oldest dog's name", or the dog itself. */
  private void possessed(Mention thing) {
    int start = cursor.at();
    cursor.eatAny(List.of("'s", "'", "’s", "’"));
    Mention column = cursor.mention();
    if (column != null && !column.namesTable()) {
      cursor.skip(column.to() - column.from());
      notes.picks.add(new Pick.OfColumn(column));
    } else {
      cursor.backTo(start);
      notes.picks.add(new Pick.OfThing(thing, Pick.Shown.NAME));
    }
  }

  /** "first 5 rows of products", "5 products". */
  private boolean limited() {
    int start = cursor.at();
    cursor.eat("first");
    Optional<Quantity> count = cursor.quantity();
    if (count.isPresent() && count.get().countable()) {
      cursor.skip(count.get().length());
      cursor.eatAll(
          List.of(
              "rows", "records", "entries", "row", "of", "from", "in", "the", "example", "sample"));
      Mention thing = cursor.mention();
      if (thing != null && thing.namesTable()) {
        cursor.skip(thing.to() - thing.from());
        notes.limit = count.get().value().intValueExact();
        notes.thing(thing);
        notes.picks.add(new Pick.OfThing(thing, Pick.Shown.ROW));
        return true;
      }
    }
    cursor.backTo(start);
    return false;
  }

  /** "the average distance and price": a second figure shares the function of the first. */
  private Pick shared(Mention column) {
    Pick last = notes.picks.isEmpty() ? null : notes.picks.get(notes.picks.size() - 1);
    var node = column.columns().get(0).column();
    boolean figure = node.type().numeric() && !node.identifier() && !node.soleKey();
    boolean follows = last instanceof Pick.OfAggregate a && column.from() - a.column().to() <= 2;
    return figure && follows && last instanceof Pick.OfAggregate a
        ? new Pick.OfAggregate(a.fn(), false, column)
        : new Pick.OfColumn(column);
  }

  private static boolean verb(String word) {
    return word.endsWith("ed") || FunctionWords.filler(word);
  }

  private boolean plain() {
    int start = cursor.at();
    if (cursor.sees("each") || cursor.sees("every")) {
      cursor.skip(1);
    }
    leadingValues();
    Mention mention = cursor.mention();
    if (mention == null) {
      cursor.backTo(start);
      return false;
    }
    cursor.skip(mention.to() - mention.from());
    if (!mention.namesTable()) {
      notes.picks.add(shared(mention));
      return true;
    }
    notes.thing(mention);
    cursor.eatAny(List.of("'s", "'", "’s", "’"));
    Mention column = cursor.mention();
    if (column != null
        && !column.namesTable()
        && column.columnScore() >= 0.55
        && !verb(cursor.token().lower())) {
      cursor.skip(column.to() - column.from());
      notes.picks.add(new Pick.OfColumn(column));
      return true;
    }
    notes.picks.add(new Pick.OfThing(mention, named ? Pick.Shown.NAME : Pick.Shown.BROWSED));
    return true;
  }
}
