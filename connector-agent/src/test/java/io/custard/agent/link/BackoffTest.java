package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(new Random(7));

  @Test
  void boundDoublesUpToHalfAMinute() {
    assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 1000).mapToObj(Backoff::bound))
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
  }

  @Test
  void waitsAreSpreadOverTheWholeBound() {
    var waits =
        IntStream.range(0, 1000)
            .mapToLong(i -> backoff.wait(3, Duration.ZERO).toMillis())
            .toArray();

    assertThat(LongStream.of(waits).allMatch(wait -> wait >= 0 && wait <= 4000)).isTrue();
    assertThat(IntStream.range(0, 1000).filter(i -> waits[i] < 1000).count()).isBetween(200L, 300L);
    assertThat(IntStream.range(0, 1000).filter(i -> waits[i] > 3000).count()).isBetween(200L, 300L);
  }

  @Test
  void retryAfterIsTheLeast() {
    assertThat(backoff.wait(6, Duration.ofSeconds(2)))
        .isBetween(Duration.ofSeconds(2), Duration.ofMillis(2500));
  }
}
