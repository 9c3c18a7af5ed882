package io.custard.bench.fuzz;

import io.custard.bench.guard.Labelled;
import io.custard.guard.Dialect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All texts of a run, each made when it is asked for. */
final class Inputs {
  // Spreads neighbouring numbers over the whole range of seeds.
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final List<Dialect> dialects;
  private final Map<Dialect, List<String>> samples = new EnumMap<>(Dialect.class);

  /**
   * Texts for these dialects.
   *
   * @param statements that are damaged, beside those of the grammar
   */
  Inputs(long seed, List<Dialect> dialects, List<Labelled> statements) {
    this.seed = seed;
    this.dialects = List.copyOf(dialects);
    for (Dialect dialect : dialects) {
      samples.put(
          dialect,
          statements.stream().filter(s -> s.dialect() == dialect).map(Labelled::sql).toList());
    }
  }

  Input get(long number) {
    Dice dice = new Dice(seed + number * STEP);
    Dialect dialect = dice.pick(dialects);
    Kind kind = kind(dice.below(100));
    return new Input(number, kind, dialect, sql(kind, dialect, dice));
  }

  // The large ones cost a hundred times the others.
  private static Kind kind(int percent) {
    return percent < 20
        ? Kind.CHARACTERS
        : percent < 38
            ? Kind.WORDS
            : percent < 58
                ? Kind.GRAMMAR
                : percent < 90 ? Kind.DAMAGED : percent < 95 ? Kind.NESTED : rare(percent);
  }

  private static Kind rare(int percent) {
    return percent < 98 ? Kind.CHAINS : Kind.PATTERNS;
  }

  private String sql(Kind kind, Dialect dialect, Dice dice) {
    return switch (kind) {
      case CHARACTERS -> Words.characters(dice);
      case WORDS -> Words.words(dice);
      case GRAMMAR -> new SelectGrammar(dice, dialect).statement();
      case DAMAGED -> Damage.of(sample(dialect, dice), sample(dialect, dice), dice);
      case NESTED -> Shapes.nested(dice);
      case CHAINS -> Shapes.chain(dice);
      case PATTERNS -> Shapes.pattern(dice);
    };
  }

  private String sample(Dialect dialect, Dice dice) {
    List<String> own = Objects.requireNonNull(samples.get(dialect));
    return own.isEmpty() || dice.oneIn(4)
        ? new SelectGrammar(dice, dialect).statement()
        : dice.pick(own);
  }
}
