package io.custard.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void takesTheNearestRank() {
    // Given
    Latencies latencies =
        Latencies.of(LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray());

    // When / Then
    assertThat(latencies.percentileMillis(50)).isEqualTo(100);
    assertThat(latencies.percentileMillis(99)).isEqualTo(198);
    assertThat(latencies.percentileMillis(100)).isEqualTo(200);
  }

  @Test
  void acceptsOneCall() {
    assertThat(Latencies.of(new long[] {1_234_567}).percentileMillis(99)).isEqualTo(1.235);
  }
}
