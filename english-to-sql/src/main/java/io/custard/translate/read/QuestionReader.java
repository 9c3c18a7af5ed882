package io.custard.translate.read;

import io.custard.translate.link.Mention;
import io.custard.translate.text.FunctionWords;
import io.custard.translate.text.Quantity;
import io.custard.translate.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a whole question from left to right: how it begins, what it wants shown, then clauses. A
 * word that is neither grammar, nor named by the schema, nor a value ends the reading with {@link
 * NotUnderstood}, so that nothing said is left out of the answer.
 */
public final class QuestionReader {
  private static final List<String> POLITE =
      List.of(
          "please",
          "can you",
          "could you",
          "would you",
          "i want to know",
          "i would like to know",
          "i'd like to know",
          "tell me",
          "give me",
          "show me",
          "hi",
          "hello",
          ",",
          "let me know",
          "i want to see",
          "i would like to see",
          "i need");
  private static final List<String> LEADS =
      List.of(
          "what are",
          "what is",
          "what was",
          "what were",
          "what's",
          "show",
          "list",
          "find out",
          "find",
          "give",
          "return",
          "display",
          "tell",
          "report",
          "compute",
          "calculate",
          "determine",
          "get",
          "retrieve",
          "select",
          "provide",
          "fetch",
          "print",
          "what",
          "me",
          "us",
          "search for",
          "look up",
          "describe",
          "identify",
          "name the",
          "name all",
          "please",
          "could you",
          "can you");
  private static final List<String> RESTRICTING =
      List.of("with", "whose", "who", "that", "named", "called", "which", "where", "in");
  private static final List<String> PARTICIPLES =
      List.of("made", "built", "taught", "sold", "bought", "done", "won", "held", "led", "run");
  private static final List<String> WHICH =
      List.of(
          "which",
          "who",
          "whose",
          "for which",
          "in which",
          "from which",
          "at which",
          "on which",
          "to which",
          "in what",
          "for what",
          "at what",
          "of which");
  private static final List<String> EACH =
      List.of("each", "every", "per", "grouped by", "group by");

  private final Cursor cursor;
  private final Notes notes = new Notes();
  private final ConditionReader conditions;
  private final OrderReader orders;
  private final RankReader ranks;
  private boolean wanted;

  private QuestionReader(Cursor cursor) {
    this.cursor = cursor;
    this.conditions = new ConditionReader(cursor, notes);
    this.orders = new OrderReader(cursor, notes);
    this.ranks = new RankReader(cursor, notes);
  }

  /** The draft of the question under the cursor. */
  public static Draft read(Cursor cursor) {
    QuestionReader reader = new QuestionReader(cursor);
    reader.question();
    List<String> words = cursor.tokens().stream().map(Token::stem).toList();
    return reader.notes.draft(words);
  }

  private void question() {
    cursor.eatAll(POLITE);
    leadingGroup();
    selection();
    while (!cursor.done()) {
      clause();
    }
    finish();
  }

  /** "For each department, …" */
  private void leadingGroup() {
    int start = cursor.at();
    cursor.eatAny(List.of("for", "in", "at", "of", "from", "on", "by", "within"));
    if (cursor.eatAny(EACH) != null) {
      group();
      cursor.eat(",");
    } else {
      cursor.backTo(start);
    }
  }

  private void selection() {
    boolean counts = cursor.eat("count");
    boolean which = false;
    if (!counts) {
      boolean more = true;
      while (more) {
        boolean asked = cursor.eatAny(WHICH) != null;
        which |= asked;
        more = asked || cursor.eatAny(LEADS) != null;
      }
      counts = cursor.eat("count");
    }
    if (counts) {
      countLead();
      return;
    }
    boolean named = which || cursor.tokens().get(0).is("what") || cursor.tokens().get(0).is("who");
    new SelectionReader(cursor, notes, conditions, named).read();
  }

  private void countLead() {
    cursor.eatAll(List.of("the", "total", "number of", "of", "all", "how many"));
    boolean distinct = cursor.eatAny(Phrases.DISTINCT) != null;
    while (cursor.value() != null) {
      conditions.read();
    }
    Mention thing = cursor.mention();
    if (thing == null) {
      throw new NotUnderstood("what is counted at \"" + cursor.word() + "\"");
    }
    cursor.skip(thing.to() - thing.from());
    if (thing.namesTable()) {
      notes.thing(thing);
    }
    notes.picks.add(new Pick.OfCount(thing, distinct));
  }

  private void clause() {
    if (sentence() || eachClause() || orders.read() || limit()) {
      return;
    }
    if (rank() || theTwo() || conditions.read()) {
      return;
    }
    Mention mention = cursor.mention();
    if (mention != null && mention.namesTable()) {
      boolean verb = mention.tableScore() < 0.75 && FunctionWords.filler(cursor.token().lower());
      cursor.skip(verb ? 1 : mention.to() - mention.from());
      if (!verb) {
        notes.thing(mention);
      }
      return;
    }
    if (mention != null && byColumn(mention)) {
      return;
    }
    if (!cursor.done() && FunctionWords.filler(cursor.token().lower()) && cursor.value() == null) {
      cursor.skip(1);
      return;
    }
    if (mention != null) {
      loose(mention);
      return;
    }
    throw new NotUnderstood(
        FunctionWords.grammar(cursor.token().lower())
            ? "how the words from '" + cursor.word() + "' on belong to the question"
            : "the word '" + cursor.word() + "' matches no table or column");
  }

  private boolean rank() {
    RankReader.Ranked ranked = ranks.read();
    if (ranked != null && ranked.column()) {
      throw new NotUnderstood("what is shown of the rows picked out");
    }
    return ranked != null;
  }

  /** "the two chains with the most stores" says how many are wanted. */
  private boolean theTwo() {
    int start = cursor.at();
    boolean led = cursor.token(-1).is("the") || cursor.token(-1).is("of");
    Optional<Quantity> count = led ? cursor.quantity() : Optional.empty();
    if (count.isPresent() && count.get().countable() && count.get().value().signum() > 0) {
      cursor.skip(count.get().length());
      Mention thing = cursor.mention();
      if (thing != null && thing.namesTable()) {
        cursor.skip(thing.to() - thing.from());
        notes.thing(thing);
        notes.limit = count.get().value().intValueExact();
        wanted = true;
        return true;
      }
    }
    cursor.backTo(start);
    return false;
  }

  /** "total sales by region": a column behind "by" groups an aggregate. */
  private boolean byColumn(Mention mention) {
    boolean by =
        cursor.token(-1).is("by")
            || cursor.token(-1).is("per")
            || (cursor.token(-1).is("the") && cursor.token(-2).is("by"));
    if (by && notes.aggregated()) {
      cursor.skip(mention.to() - mention.from());
      notes.groups.add(mention);
      return true;
    }
    return false;
  }

  /** A column that only repeats what is shown says nothing new; any other would be ignored. */
  private void loose(Mention mention) {
    boolean repeats =
        notes.picks.stream()
            .anyMatch(p ->
                (p instanceof Pick.OfColumn c && overlap(c.column(), mention))
                    || (p instanceof Pick.OfAggregate a && overlap(a.column(), mention)));
    String word = cursor.token().lower();
    boolean verb =
        mention.columnScore() < 0.9
            && (FunctionWords.filler(word) || word.endsWith("ed") || word.endsWith("ing"));
    boolean last = ".?!,;".contains(cursor.token(1).text());
    if (!repeats && (!verb || last)) {
      throw new NotUnderstood("what is asked of '" + mention.text() + "'");
    }
    cursor.skip(repeats ? mention.to() - mention.from() : 1);
  }

  private static boolean overlap(Mention a, Mention b) {
    return !a.columns().isEmpty()
        && !b.columns().isEmpty()
        && a.columns().get(0).column() == b.columns().get(0).column();
  }

  private boolean eachClause() {
    int start = cursor.at();
    if (cursor.eatAny(EACH) != null && !cursor.done()) {
      if (group()) {
        return true;
      }
    } else if (cursor.eatAny(
            List.of(
                "does one",
                "in one",
                "do different",
                "for different",
                "of different",
                "in different",
                "across different",
                "by different",
                "by the",
                "by"))
        != null) {
      boolean passive = passive(start);
      Mention mention = cursor.mention();
      if (mention != null && notes.aggregated() && cursor.value() == null) {
        int behind = cursor.at() + mention.to() - mention.from();
        cursor.backTo(behind);
        boolean compared = cursor.value() != null || passive || cursor.eatAny(RESTRICTING) != null;
        cursor.backTo(behind - (mention.to() - mention.from()));
        if (!compared && group()) {
          return true;
        }
      }
    }
    cursor.backTo(start);
    return false;
  }

  /** "taught by the teacher" says who did it, not what to group by. */
  private boolean passive(int by) {
    if (by == 0) {
      return false;
    }
    String verb = cursor.tokens().get(by - 1).lower();
    return verb.endsWith("ed") || verb.endsWith("en") || PARTICIPLES.contains(verb);
  }

  /** The things or columns grouped by; without an aggregate "each" only means all of them. */
  private boolean group() {
    cursor.eatAll(List.of("the", "of", "different", "distinct", "unique", "type of the"));
    Mention mention = cursor.mention();
    if (mention == null) {
      return false;
    }
    cursor.skip(mention.to() - mention.from());
    notes.groups.add(mention);
    if (mention.namesTable()) {
      notes.thing(mention);
    }
    int start = cursor.at();
    if ((cursor.eat("and each") || cursor.eat("and")) && notes.aggregated()) {
      cursor.eat("the");
      Mention second = cursor.mention();
      if (second != null) {
        cursor.skip(second.to() - second.from());
        if (cursor.done() || cursor.sees("?") || cursor.sees(".")) {
          notes.groups.add(second);
          return true;
        }
      }
    }
    cursor.backTo(start);
    return true;
  }

  private boolean limit() {
    int start = cursor.at();
    if (cursor.eat("limit") || cursor.eat("limited to") || cursor.eat("top")) {
      var count = cursor.quantity();
      if (count.isPresent() && count.get().countable()) {
        cursor.skip(count.get().length());
        notes.limit = count.get().value().intValueExact();
        return true;
      }
    }
    cursor.backTo(start);
    return false;
  }

  /** A second sentence may say what to show: "Which … ? List the name and phone." */
  private boolean sentence() {
    if (!(cursor.eat("?") || cursor.eat(".") || cursor.eat("!") || cursor.eat(";"))) {
      return false;
    }
    int start = cursor.at();
    cursor.eatAll(List.of("please", "and", "also"));
    boolean lead = false;
    while (cursor.eatAny(LEADS) != null) {
      lead = true;
    }
    if (!lead || cursor.done()) {
      cursor.backTo(start);
      return true;
    }
    List<Pick> before = new ArrayList<>(notes.picks);
    notes.picks.clear();
    new SelectionReader(cursor, notes, conditions, true).read();
    if (notes.picks.isEmpty()) {
      notes.picks.addAll(before);
      cursor.backTo(start);
    }
    return true;
  }

  private void finish() {
    if (wanted && !notes.top) {
      throw new NotUnderstood("which " + notes.limit + " are meant");
    }
    if (notes.picks.isEmpty() && !notes.things.isEmpty()) {
      notes.picks.add(new Pick.OfThing(notes.things.get(0), Pick.Shown.NAME));
    }
    if (notes.picks.isEmpty()) {
      throw new NotUnderstood("no table or column is named as what to show");
    }
  }
}
