package io.custard.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  @Test
  void whatIsCancelledIsNotKeptUntilItsMoment() {
    try (Deadlines deadlines = new Deadlines()) {
      ScheduledFuture<?> late = deadlines.after(60_000, () -> {});
      assertThat(deadlines.open()).isOne();

      late.cancel(false);

      assertThat(deadlines.open()).isZero();
    }
  }

  @Test
  void whatIsLateIsCalled() throws InterruptedException {
    try (Deadlines deadlines = new Deadlines()) {
      CountDownLatch called = new CountDownLatch(1);

      deadlines.after(1, called::countDown);

      assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
