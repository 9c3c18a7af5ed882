package io.custard.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {

  @Test
  void timesOnlyAnsweredCallsAfterTheWarmUp() throws Exception {
    // Given
    AtomicInteger calls = new AtomicInteger();

    // When
    Latencies latencies = new Load(1, 8, 100).run(() -> () -> calls.incrementAndGet() % 2 == 0);

    // Then
    assertThat(latencies.sorted()).hasSize(50).isSorted();
    assertThat(latencies.refused()).isEqualTo(50);
    assertThat(calls).hasValue(108);
  }

  @Test
  void endsWithTheFirstFailedCall() {
    // Given
    Load load = new Load(2, 0, 10);

    // When / Then
    assertThatThrownBy(() ->
            load.run(() ->
                () -> {
                  throw new IllegalArgumentException("refused");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("refused");
  }
}
