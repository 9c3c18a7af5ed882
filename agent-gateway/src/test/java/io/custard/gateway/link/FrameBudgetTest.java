package io.custard.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameBudgetTest {
  private long now;
  private final FrameBudget budget = new FrameBudget(() -> now);

  @Test
  void aWholeSchemaMayComeAtOnceAndTenThousandASecondAfterwards() {
    assertThat(taken(60_000)).isEqualTo(50_000);

    now += 1_000_000_000;
    assertThat(taken(60_000)).isEqualTo(10_000);
  }

  @Test
  void whatWasNotUsedIsNotSavedBeyondTheBurst() {
    taken(60_000);

    now += 3_600L * 1_000_000_000;
    assertThat(taken(60_000)).isEqualTo(50_000);
  }

  private int taken(int asked) {
    int taken = 0;
    for (int i = 0; i < asked; i++) {
      taken += budget.take() ? 1 : 0;
    }
    return taken;
  }
}
