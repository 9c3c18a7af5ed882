package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Twenty random kills of agents and gateways under load; only in the long form. Two organisations
 * ask, each for tokens of its own, so an answer that went astray is seen.
 */
@Timeout(600)
@EnabledIfSystemProperty(
    named = "custard.long",
    matches = "true",
    disabledReason = "long: ./custard test --long")
class ChaosIT {
  private static final int KILLS = 20;
  private static final int PER_SECOND = 50;

  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final long seed = System.nanoTime();
  private final Random chance = new Random(seed);
  private final List<Long> kills = new ArrayList<>();
  private final List<String> killed = new ArrayList<>();

  @Test
  void everyQuestionEndsInItsOwnRowsOrACodeAndGoodAnswersComeBack() throws Exception {
    RunningSuite suite = RunningSuite.get();
    Api stranger = suite.anonymous();
    stranger.signUp();
    try (Members ours = Members.start(suite.api(), "chaos", suite.clinicReader(), 2);
        Members theirs = Members.start(stranger, "chaos too", suite.clinicReader(), 2);
        Load load = Load.start(PER_SECOND, ours, theirs)) {
      load.awaitGood(PER_SECOND);
      try {
        for (boolean gateway : order()) {
          killOne(gateway, suite, ours, theirs);
          load.awaitRecovery(kills.getLast(), BETWEEN);
        }
      } finally {
        report(load.ends());
      }
      judge(load.stop());
      ours.awaitLinked(2);
      theirs.awaitLinked(2);
    }
  }

  /** A third of them gateways: the launcher starts each five times in ten minutes, no more. */
  private List<Boolean> order() {
    List<Boolean> gateways = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      gateways.add(i < KILLS / 3);
    }
    Collections.shuffle(gateways, chance);
    return gateways;
  }

  private void killOne(boolean gateway, RunningSuite suite, Members ours, Members theirs)
      throws Exception {
    long gateways = killed.stream().filter(name -> name.startsWith("agent-gateway")).count();
    String name = gateways % 2 == 0 ? "agent-gateway" : "agent-gateway-2";
    if (gateway) {
      await().atMost(Duration.ofSeconds(60)).until(() -> suite.part(name).isReady());
      kills.add(System.nanoTime());
      suite.part(name).kill();
    } else {
      kills.add(System.nanoTime());
      (chance.nextBoolean() ? ours : theirs).replace(chance.nextInt(2));
    }
    killed.add(gateway ? name : "agent");
  }

  private List<Double> recoveries(List<Load.End> ends) {
    return kills.stream().map(moment -> Load.recovery(ends, moment)).toList();
  }

  private void report(List<Load.End> ends) {
    System.out.printf(
        "chaos: %s; kills=%s first good after %s s; seed=%d%n",
        Load.summary(ends),
        killed,
        recoveries(ends).stream()
            .map(s -> String.format("%.2f", s))
            .collect(Collectors.joining(" ")),
        seed);
  }

  private void judge(List<Load.End> ends) {
    report(ends);
    Load.assertEveryEndIsTold(ends);
    assertThat(recoveries(ends)).allMatch(seconds -> seconds < 10);
  }
}
