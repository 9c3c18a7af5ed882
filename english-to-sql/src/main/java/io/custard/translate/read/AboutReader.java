package io.custard.translate.read;

import io.custard.translate.ColumnType;
import io.custard.translate.link.Adjectives;
import io.custard.translate.link.Mention;
import io.custard.translate.link.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a column or thing and what is said of it: "city is Berlin", "grade 4". */
final class AboutReader {
  static final List<String> COPULAS =
      List.of(
          "is",
          "are",
          "was",
          "were",
          "be",
          "being",
          "been",
          "has",
          "have",
          "had",
          "a",
          "an",
          "the",
          "value",
          "of",
          "as",
          "either",
          "to",
          "that",
          "with",
          "in",
          "on",
          "at",
          "by",
          "from",
          "falls",
          "lies",
          "named",
          "called",
          "'s",
          "currently",
          "equal",
          "any",
          "both",
          "which",
          "who",
          "s",
          "word",
          "letter",
          "substring",
          "letters",
          "string",
          "phrase",
          "years",
          "during",
          "within",
          "for",
          ":",
          "code");

  private static final List<String> MISSING =
      List.of("null", "missing", "empty", "unknown", "not available", "undefined", "unset");

  private final Cursor cursor;
  private final Notes notes;
  private final LiteralReader literals;
  private final ComparisonReader comparisons;

  AboutReader(Cursor cursor, Notes notes, LiteralReader literals, ComparisonReader comparisons) {
    this.cursor = cursor;
    this.notes = notes;
    this.literals = literals;
    this.comparisons = comparisons;
  }

  /** A column or thing with what is said of it. */
  @Nullable Test about() {
    int start = cursor.at();
    Mention mention = cursor.mention();
    if (mention == null) {
      return null;
    }
    cursor.skip(mention.to() - mention.from());
    int behind = cursor.at();
    boolean negated = copulas();
    Test test = mention.columns().isEmpty() && cursor.value() == null ? null : said(mention);
    if (test != null) {
      return negated ? denied(test) : test;
    }
    cursor.backTo(behind);
    if (mention.namesTable()) {
      notes.thing(mention);
      cursor.backTo(start);
      return null;
    }
    if (flag(mention)) {
      return new Test.Flag(mention, true);
    }
    cursor.backTo(start);
    return null;
  }

  private static Test denied(Test test) {
    if (test instanceof Test.Compare compare && compare.op() == Op.EQ) {
      return new Test.Compare(compare.about(), Op.NE, compare.literal());
    }
    if (test instanceof Test.Missing missing) {
      return new Test.Missing(missing.about(), !missing.missing());
    }
    return new Test.Without(List.of(), List.of(test));
  }

  private boolean copulas() {
    boolean negated = false;
    boolean more = true;
    while (more) {
      more = cursor.eatAny(COPULAS) != null;
      if (!cursor.sees("not more than")
          && !cursor.sees("not less than")
          && !cursor.sees("not available")
          && !cursor.sees("no more than")
          && !cursor.sees("no less than")
          && cursor.eatAny(List.of("not", "n't", "does not", "do not", "isn't", "doesn't", "don't"))
              != null) {
        negated = true;
        more = true;
      }
    }
    return negated;
  }

  private static boolean flag(Mention mention) {
    return !mention.columns().isEmpty()
        && mention.columns().get(0).column().type() == ColumnType.BOOLEAN;
  }

  private @Nullable Test said(Mention mention) {
    if (cursor.eatAny(MISSING) != null) {
      return new Test.Missing(mention, true);
    }
    if (cursor.sees("between") || cursor.sees("from")) {
      return comparisons.between(mention);
    }
    Op op = comparison();
    boolean part = partAsked();
    if (op != null) {
      Test average = comparisons.versusAll(mention, null, op);
      if (average != null) {
        return average;
      }
    }
    Literal literal = literals.literal(op);
    if (literal == null || (literal instanceof Literal.Text && (op == Op.GT || op == Op.LT))) {
      return null;
    }
    Mention behind = cursor.mention();
    if (literal instanceof Literal.Figure
        && mention.namesTable()
        && (op != null || behind != null)
        && mention.columnScore() < mention.tableScore()) {
      return null;
    }
    if (literal instanceof Literal.Text text
        && behind != null
        && !behind.namesTable()
        && mention.namesTable()
        && fits(behind, text.value())) {
      cursor.skip(behind.to() - behind.from());
      return new Test.Compare(behind, op == null ? Op.EQ : op, literal);
    }
    if (op == null) {
      op = part ? Op.CONTAINS : Phrases.trailing(cursor);
    }
    cursor.eatAny(ComparisonReader.UNITS.stream().filter(u -> cursor.mention() == null).toList());
    return alternatives(new Test.Compare(mention, op == null ? Op.EQ : op, literal), mention);
  }

  private @Nullable Op comparison() {
    Op op = Phrases.comparison(cursor);
    String word = cursor.token().lower();
    if (op == null && Adjectives.comparative(word) != null && cursor.token(1).is("than")) {
      cursor.skip(2);
      return lowering(word) ? Op.LT : Op.GT;
    }
    return op;
  }

  /** Steps over "the letter", "the word" and the like; true if a part of a text is meant. */
  private boolean partAsked() {
    boolean part = cursor.token(-1).lower().matches("word|letters?|substring|string|phrase");
    part |=
        cursor.sees("the letter")
            || cursor.sees("the word")
            || cursor.sees("letter")
            || cursor.sees("word")
            || cursor.sees("the substring")
            || cursor.sees("substring");
    cursor.eatAll(
        List.of(
            "the",
            "a",
            "an",
            "word",
            "letter",
            "substring",
            "letters",
            "string",
            "year",
            "value",
            "of",
            "date"));
    return part;
  }

  private static boolean lowering(String word) {
    return List.of(
            "younger", "cheaper", "smaller", "shorter", "lower", "lighter", "slower", "earlier",
            "poorer", "colder")
        .contains(word);
  }

  private Test alternatives(Test first, Mention mention) {
    List<Test> tests = new ArrayList<>(List.of(first));
    int start = cursor.at();
    while ((cursor.eat(", or") || cursor.eat("or") || cursor.eat(",")) && !cursor.done()) {
      cursor.eatAll(List.of("the", "a", "an", "in", "by", "from", "is"));
      Op op = Phrases.comparison(cursor);
      Literal next = literals.literal(op);
      if (next == null || cursor.mention() != null) {
        cursor.backTo(start);
        break;
      }
      tests.add(new Test.Compare(mention, op == null ? Op.EQ : op, next));
      start = cursor.at();
    }
    cursor.backTo(start);
    return tests.size() == 1 ? first : new Test.AnyOf(tests);
  }

  static boolean fits(Mention mention, Value value) {
    return value.hits().stream()
        .anyMatch(h ->
            mention.columns().stream()
                .anyMatch(c -> c.score() >= 0.5 && c.column().reference().equals(h.column())));
  }
}
