package io.custard.translate.read;

import io.custard.translate.link.Adjectives;
import io.custard.translate.link.Mention;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition the question states. */
public sealed interface Test {
  /** A column, or any fitting column when none is named, compared with a literal. */
  record Compare(@Nullable Mention about, Op op, Literal literal) implements Test {}

  /** A column between two literals. */
  record Between(@Nullable Mention about, Literal low, Literal high) implements Test {}

  /** A column without a value, or with one. */
  record Missing(Mention about, boolean missing) implements Test {}

  /** A truth value. */
  record Flag(Mention about, boolean value) implements Test {}

  /** Any of several. */
  record AnyOf(List<Test> tests) implements Test {
    public AnyOf {
      tests = List.copyOf(tests);
    }
  }

  /** None of these things, or none for which these tests hold. */
  record Without(List<Mention> things, List<Test> tests) implements Test {
    public Without {
      things = List.copyOf(things);
      tests = List.copyOf(tests);
    }
  }

  /** So many of a thing. */
  record Many(Mention thing, Op op, long count) implements Test {}

  /** An aggregate of a column for each of what is shown, compared with a number. */
  record Measured(Fn fn, Mention column, Op op, BigDecimal number) implements Test {}

  /** An adjective compared with a literal: older than 30. */
  record Degree(Adjectives.Sense sense, Op op, Literal literal) implements Test {}

  /** A column, named or by adjective, compared with an aggregate of itself over all rows. */
  record VersusAll(@Nullable Mention about, Adjectives.@Nullable Sense sense, Op op, Fn fn)
      implements Test {}
}
