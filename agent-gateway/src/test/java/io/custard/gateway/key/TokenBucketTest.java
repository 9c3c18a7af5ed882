package io.custard.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000;

  private final TokenBucket bucket = new TokenBucket(3, 0.5, 0);

  @Test
  void isEmptyAfterTheBurstAndFillsWithTime() {
    take(3, 0);
    assertThat(bucket.secondsUntilNext(0)).isEqualTo(2);

    assertThat(bucket.secondsUntilNext(2 * SECOND)).isZero();
  }

  @Test
  void makesNoDebtAndSavesNoMoreThanTheBurst() {
    take(1_000, 0);
    assertThat(bucket.secondsUntilNext(2 * SECOND)).isZero();

    take(3, 3_600 * SECOND);
    assertThat(bucket.secondsUntilNext(3_600 * SECOND)).isPositive();
  }

  @Test
  void theMapForgetsTheOneUnseenForLongest() {
    RecentMap<String, Integer> map = new RecentMap<>(2);
    map.put("a", 1);
    map.put("b", 2);
    map.get("a");
    map.put("c", 3);

    assertThat(map.get("a")).contains(1);
    assertThat(map.get("b")).isEmpty();
    assertThat(map.list()).hasSize(2);
  }

  private void take(int times, long now) {
    for (int i = 0; i < times; i++) {
      bucket.take(now);
    }
  }
}
