package io.custard.launcher.sample.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void drawsTheSameNumbersForTheSameName() {
    Chance chance = Chance.named("orders");

    List<Integer> drawn = IntStream.range(0, 6).mapToObj(_ -> chance.between(1, 1000)).toList();

    assertThat(drawn).containsExactly(282, 896, 836, 706, 440, 642);
  }

  @Test
  void drawsOtherNumbersForAnotherName() {
    assertThat(Chance.named("orders").unit()).isNotEqualTo(Chance.named("reviews").unit());
  }

  @Test
  void reachesBothEndsOfARange() {
    Chance chance = Chance.named("ends");

    List<Integer> drawn =
        IntStream.range(0, 100).mapToObj(_ -> chance.between(3, 5)).distinct().sorted().toList();

    assertThat(drawn).containsExactly(3, 4, 5);
  }

  @Test
  void neverDrawsWhatWeighsNothing() {
    Chance chance = Chance.named("weights");
    Weighted<String> weighted =
        Weighted.of(List.of("no", "yes", "never", "often", "not"), w -> weightOf(w));

    List<String> drawn =
        IntStream.range(0, 500).mapToObj(_ -> weighted.pick(chance)).distinct().sorted().toList();

    assertThat(drawn).containsExactly("often", "yes");
  }

  @Test
  void drawsOnlyAmongTheFirstWhenAsked() {
    Chance chance = Chance.named("prefix");
    Weighted<String> weighted = Weighted.of(List.of("a", "b", "c"), _ -> 1);

    List<String> drawn =
        IntStream.range(0, 200)
            .mapToObj(_ -> weighted.pickAmongFirst(2, chance))
            .distinct()
            .sorted()
            .toList();

    assertThat(drawn).containsExactly("a", "b");
  }

  private static double weightOf(String word) {
    return switch (word) {
      case "yes" -> 1;
      case "often" -> 3;
      default -> 0;
    };
  }
}
