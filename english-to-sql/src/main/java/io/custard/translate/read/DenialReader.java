package io.custard.translate.read;

import io.custard.translate.link.Mention;
import io.custard.translate.link.Value;
import io.custard.translate.text.FunctionWords;
import io.custard.translate.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is denied: "without orders", "who never ordered tea", "that are not French". */
final class DenialReader {
  private static final List<String> NEGATIONS =
      List.of(
          "not",
          "never",
          "without",
          "no",
          "n't",
          "neither",
          "excluding",
          "except for",
          "except",
          "don't",
          "doesn't",
          "didn't",
          "haven't",
          "hasn't",
          "isn't",
          "aren't",
          "wasn't",
          "weren't",
          "cannot",
          "lacking",
          "lack",
          "lacks",
          "but not");

  private final Cursor cursor;
  private final Notes notes;
  private final ConditionReader conditions;
  private final AboutReader abouts;

  DenialReader(Cursor cursor, Notes notes, ConditionReader conditions, AboutReader abouts) {
    this.cursor = cursor;
    this.notes = notes;
    this.conditions = conditions;
    this.abouts = abouts;
  }

  @Nullable Test without() {
    int start = cursor.at();
    String negation = cursor.eatAny(NEGATIONS);
    if (negation == null) {
      return null;
    }
    boolean lacking = List.of("no", "without", "lacking", "lack", "lacks").contains(negation);
    if (cursor.sees("more than") || cursor.sees("less than") || cursor.sees("only")) {
      cursor.backTo(start);
      return null;
    }
    List<Mention> things = new ArrayList<>();
    List<Test> tests = new ArrayList<>();
    while (!cursor.done() && !ends() && !(goesOn() && !things.isEmpty())) {
      Mention mention = cursor.mention();
      Value value = cursor.value();
      if (mention != null && mention.columnScore() < 0.9 && verb(mention)) {
        cursor.skip(1);
      } else if (mention != null && deniedThing(mention)) {
        cursor.skip(mention.to() - mention.from());
        things.add(mention);
        notes.thing(mention);
      } else if (value != null
          || mention != null
          || cursor.date().isPresent()
          || cursor.quantity().isPresent()) {
        Test inner =
            lacking && mention != null && tests.isEmpty() && things.isEmpty()
                ? missing(mention)
                : conditions.test();
        if (inner == null) {
          throw new NotUnderstood("what is denied at \"" + cursor.word() + "\"");
        }
        tests.add(inner);
      } else if (FunctionWords.filler(cursor.token().lower())) {
        cursor.skip(1);
      } else {
        Test inner = conditions.test();
        if (inner == null) {
          break;
        }
        tests.add(inner);
      }
    }
    if (things.isEmpty() && tests.isEmpty()) {
      throw new NotUnderstood("what is denied at \"" + cursor.word() + "\"");
    }
    if (things.isEmpty() && tests.size() == 1 && tests.get(0) instanceof Test.Missing only) {
      return only;
    }
    return new Test.Without(things, tests);
  }

  private boolean deniedThing(Mention mention) {
    boolean partly = mention.columnScore() < 0.9 && mention.tableScore() >= 0.5;
    return (mention.namesTable() || partly) && !comparedNext(mention);
  }

  /** A verb that happens to be part of a column's name, as "enrolled" is. */
  private boolean verb(Mention mention) {
    String word = cursor.token().lower();
    boolean compared =
        cursor.token(1).is("in") || cursor.token(1).is("before") || cursor.token(1).is("after");
    return mention.to() - mention.from() == 1
        && !mention.namesTable()
        && !(compared && cursor.token(2).kind() != Token.Kind.WORD)
        && (FunctionWords.filler(word) || word.endsWith("ed") || word.endsWith("ing"));
  }

  /** "without email": the column has no value, unless it is compared with one. */
  private @Nullable Test missing(Mention column) {
    int start = cursor.at();
    Test compared = abouts.about();
    if (compared != null) {
      return compared;
    }
    cursor.backTo(start + column.to() - column.from());
    return new Test.Missing(column, true);
  }

  /** "without orders are from Ireland": the sentence goes on about the thing itself. */
  private boolean goesOn() {
    boolean copula =
        cursor.sees("are") || cursor.sees("is") || cursor.sees("were") || cursor.sees("was");
    String before = cursor.token(-1).lower();
    return copula && !before.equals("that") && !before.equals("which") && !before.equals("who");
  }

  private boolean ends() {
    return cursor.sees("and")
        || cursor.sees(",")
        || cursor.sees("but")
        || cursor.sees(".")
        || cursor.sees("?")
        || cursor.sees("sorted")
        || cursor.sees("ordered by")
        || cursor.sees("or")
        || cursor.sees(";");
  }

  private boolean comparedNext(Mention mention) {
    int start = cursor.at();
    cursor.skip(mention.to() - mention.from());
    cursor.eatAll(List.of("is", "are"));
    boolean compared =
        !mention.columns().isEmpty()
            && (cursor.value() != null
                && AboutReader.fits(mention, Objects.requireNonNull(cursor.value())));
    cursor.backTo(start);
    return compared;
  }
}
