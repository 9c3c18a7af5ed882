package io.custard.query.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.query.model.ModelFailure.Kind;
import io.custard.query.model.health.Availability.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModelHealthTest {
  private final ModelHealth health = new ModelHealth();

  @Test
  void nobodyKnowsAtFirst() {
    assertThat(health.availability().state()).isEqualTo(State.UNKNOWN);
    assertThat(health.isShut()).isFalse();
  }

  @Test
  void fiveFailuresInARowShutIt() {
    fail(4);
    assertThat(health.isShut()).isFalse();

    health.learn(Kind.LATE);

    assertThat(health.isShut()).isTrue();
    assertThat(health.availability().reason()).isEqualTo("late");
  }

  @Test
  void anAnswerBetweenThemBeginsAnew() {
    fail(4);
    health.learn(Kind.MALFORMED);
    fail(4);

    assertThat(health.isShut()).isFalse();
  }

  @Test
  void onlyAProbeThatSucceedsOpensItAgain() {
    fail(5);
    health.probed(Kind.LATE, Duration.ofSeconds(60));
    assertThat(health.isShut()).isTrue();

    health.probed(null, Duration.ofSeconds(60));

    assertThat(health.isShut()).isFalse();
    assertThat(health.availability().state()).isEqualTo(State.AVAILABLE);
    assertThat(health.availability().reason()).isNull();
  }

  @Test
  void whatNeverWentOutTeachesNothing() {
    health.learn(Kind.BUDGET_SPENT);
    health.learn(Kind.BUSY);

    assertThat(health.availability().state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void sinceIsWhenTheStateChangedNotItsReason() {
    health.learn(Kind.LATE);
    Instant since = health.availability().since();
    health.learn(Kind.UNREACHABLE);

    assertThat(health.availability().since()).isEqualTo(since);
    assertThat(health.availability().reason()).isEqualTo("unreachable");
  }

  @Test
  void thereIsOneProbeAtATimeAndTheNextAfterItsTime() {
    Instant now = Instant.now();

    assertThat(health.beginProbe(now)).isTrue();
    assertThat(health.beginProbe(now.plusSeconds(300))).isFalse();
    health.probed(null, Duration.ofSeconds(60));
    assertThat(health.beginProbe(now.plusSeconds(50))).isFalse();
    assertThat(health.beginProbe(now.plusSeconds(120))).isTrue();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      health.learn(Kind.UNREACHABLE);
    }
  }
}
