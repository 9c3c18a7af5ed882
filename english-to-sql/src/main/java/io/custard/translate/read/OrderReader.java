package io.custard.translate.read;

import io.custard.translate.link.Mention;
import java.util.List;

/** Reads an order: "sorted by age", "in descending order of price", "from oldest to youngest". */
final class OrderReader {
  private static final List<String> VERBS =
      List.of(
          "sorted",
          "ordered",
          "ranked",
          "arranged",
          "sort",
          "order",
          "rank",
          "arrange",
          "listed",
          "ordering",
          "sorting");
  private static final List<String> RESULTS =
      List.of("the results", "the result", "results", "them", "the list", "it", "these", "the");
  private static final List<String> DOWN =
      List.of(
          "descending",
          "decreasing",
          "desc",
          "reverse alphabetical",
          "reverse",
          "descendingly",
          "reversed alphabetical");
  private static final List<String> UP =
      List.of(
          "ascending",
          "increasing",
          "asc",
          "alphabetical",
          "alphabetically",
          "lexicographical",
          "lexicographic",
          "chronological",
          "ascendingly");

  private final Cursor cursor;
  private final Notes notes;

  OrderReader(Cursor cursor, Notes notes) {
    this.cursor = cursor;
    this.notes = notes;
  }

  /** Reads an order if one stands here. */
  boolean read() {
    int start = cursor.at();
    if (cursor.eatAny(VERBS) != null) {
      cursor.eatAny(RESULTS);
      if (introduced()) {
        return true;
      }
      if (cursor.eatAny(DOWN) != null) {
        keys(true);
        return true;
      }
      if (cursor.eatAny(UP) != null) {
        keys(false);
        return true;
      }
    }
    cursor.backTo(start);
    if (inOrder() || (cursor.eat("by") && directionFirst())) {
      return true;
    }
    cursor.backTo(start);
    return false;
  }

  private boolean introduced() {
    if (cursor.eat("by")
        || cursor.eat("according to")
        || cursor.eat("based on")
        || cursor.eat("on")
        || cursor.eat("in terms of")) {
      if (!directionFirst()) {
        keys(false);
      }
      return true;
    }
    return inOrder() || (cursor.sees("from") && fromTo());
  }

  /** "in descending order of price", "in the order of age", "alphabetically". */
  private boolean inOrder() {
    int start = cursor.at();
    boolean in = cursor.eat("in");
    cursor.eat("the");
    cursor.eat("an");
    cursor.eat("a");
    boolean down = cursor.eatAny(DOWN) != null;
    boolean up = !down && cursor.eatAny(UP) != null;
    boolean order = cursor.eat("order") || cursor.eat("manner");
    if (order && cursor.eat("of")) {
      down |= cursor.eatAny(DOWN) != null;
    }
    if (order && (in || down || up)) {
      if (cursor.eat("from")) {
        cursor.backTo(cursor.at() - 1);
        return fromTo();
      }
      keys(down);
      return true;
    }
    if ((down || up) && !in) {
      keys(down);
      return true;
    }
    cursor.backTo(start);
    return false;
  }

  private boolean directionFirst() {
    int start = cursor.at();
    boolean down = cursor.eatAny(DOWN) != null;
    if (down || cursor.eatAny(UP) != null) {
      cursor.eat("order");
      keys(down);
      return true;
    }
    cursor.backTo(start);
    return false;
  }

  private boolean fromTo() {
    int start = cursor.at();
    cursor.eat("from");
    cursor.eat("the");
    String first = cursor.token().lower();
    Fn fn = Phrases.function(first);
    boolean high = fn == Fn.MAX || first.equals("high") || first.equals("most");
    boolean low = fn == Fn.MIN || first.equals("low");
    if (high || low) {
      io.custard.translate.link.Adjectives.Sense sense =
          io.custard.translate.link.Adjectives.superlative(first);
      cursor.skip(1);
      cursor.eat("to");
      cursor.eat("the");
      cursor.skip(1);
      boolean age = first.equals("oldest") || first.equals("youngest");
      Rank rank = age && sense != null ? new Rank.ByAdjective(sense, null) : new Rank.ByFirstPick();
      notes.sorts.add(new Draft.Sort(rank, age || high));
      return true;
    }
    cursor.backTo(start);
    return false;
  }

  /** One key or several, each with its direction; no key at all means what is shown first. */
  private void keys(boolean falling) {
    boolean more = true;
    boolean any = false;
    while (more) {
      cursor.eatAll(List.of("of", "by", "the", "their", "its", "according to", "based on", "each"));
      int start = cursor.at();
      if (!keyHere()) {
        cursor.backTo(start);
        break;
      }
      Rank key = key();
      boolean down = direction(falling);
      notes.sorts.add(new Draft.Sort(key, down));
      any = true;
      int after = cursor.at();
      more =
          (cursor.eat(", and then")
                  || cursor.eat("and then")
                  || cursor.eat(",")
                  || cursor.eat("and"))
              && keyHere();
      if (!more) {
        cursor.backTo(after);
      }
    }
    if (!any) {
      notes.sorts.add(new Draft.Sort(new Rank.ByFirstPick(), direction(falling)));
    }
  }

  private boolean direction(boolean falling) {
    int start = cursor.at();
    boolean in = cursor.eat("in") || cursor.eat("from");
    cursor.eat("the");
    cursor.eat("an");
    cursor.eat("a");
    boolean down =
        cursor.eatAny(DOWN) != null
            || cursor.eat("highest to lowest")
            || cursor.eat("largest to smallest")
            || cursor.eat("high to low");
    boolean up =
        !down
            && (cursor.eatAny(UP) != null
                || cursor.eat("lowest to highest")
                || cursor.eat("smallest to largest")
                || cursor.eat("low to high"));
    if (down || up) {
      cursor.eat("order");
      cursor.eat("manner");
      return down;
    }
    if (in) {
      cursor.backTo(start);
    }
    return falling;
  }

  private boolean keyHere() {
    int start = cursor.at();
    cursor.eat("the");
    boolean here =
        cursor.mention() != null
            || cursor.sees("number of")
            || cursor.sees("count of")
            || cursor.sees("count")
            || Phrases.function(cursor.token().lower()) != null;
    cursor.backTo(start);
    return here;
  }

  /** What one key goes by. */
  Rank key() {
    cursor.eatAll(Phrases.DETERMINERS);
    Mention here = cursor.mention();
    boolean whole = here != null && here.columnScore() > 0.9 && here.to() - here.from() > 1;
    if (!whole
        && (cursor.eat("number of") || cursor.eat("count of") || cursor.eat("total number of"))) {
      cursor.eatAll(Phrases.DETERMINERS);
      Mention thing = cursor.mention();
      if (thing == null) {
        throw new NotUnderstood("what is counted for the order");
      }
      cursor.skip(thing.to() - thing.from());
      notes.thing(thing);
      return thing.namesTable() ? new Rank.ByCount(thing) : new Rank.ByColumn(null, thing);
    }
    Fn fn = whole ? null : Phrases.function(cursor.token().lower());
    if (fn != null) {
      cursor.skip(1);
      cursor.eatAll(Phrases.DETERMINERS);
      here = cursor.mention();
    }
    if (here == null || here.columns().isEmpty()) {
      if (cursor.eat("count") || (here != null && fn == null)) {
        if (here != null) {
          cursor.skip(here.to() - here.from());
          notes.thing(here);
          return new Rank.ByFirstPick();
        }
        return new Rank.ByCount(null);
      }
      throw new NotUnderstood("what to sort by at \"" + cursor.word() + "\"");
    }
    cursor.skip(here.to() - here.from());
    return new Rank.ByColumn(fn, here);
  }
}
