package io.custard.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeapWatchTest {

  @Test
  void addsUpWhatIsUsedAndNothingElse() {
    double used =
        HeapWatch.usedKib(
            List.of("S0C", "S1C", "S0U", "S1U", "EC", "EU", "OC", "OU", "MU"),
            List.of("9", "9", "1.5", "0.0", "9", "2.0", "9", "4.0", "100"));

    assertThat(used).isEqualTo(7.5);
  }

  @Test
  void seesThisVeryProcess() {
    System.gc(); // some collectors count only what survived a collection
    try (HeapWatch watch = HeapWatch.of(Map.of("self", ProcessHandle.current().pid()))) {
      long deadline = System.nanoTime() + 20_000_000_000L;
      while (watch.peaksMib().getOrDefault("self", 0.0) == 0 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }

      assertThat(watch.peaksMib().get("self")).isPositive();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
