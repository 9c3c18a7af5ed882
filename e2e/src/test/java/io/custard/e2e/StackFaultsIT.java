package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes of the stack that die under load. */
@Timeout(120)
class StackFaultsIT {
  private static final int PER_SECOND = 20;
  private static final Duration AFTERWARDS = Duration.ofSeconds(6);

  private static RunningSuite suite;
  private static Members pair;

  @BeforeAll
  static void start() throws Exception {
    suite = RunningSuite.get();
    pair = Members.start(suite.api(), "under load", suite.clinicReader(), 2);
  }

  @AfterAll
  static void stop() throws Exception {
    pair.close();
  }

  @Test
  void gatewayKilledUnderLoadIsStartedAgainAtItsPort() throws Exception {
    StackPart gateway = suite.part("agent-gateway");

    List<Load.End> ends = under(gateway::kill);

    assertEveryEndIsToldAndGoodWithinTenSeconds("gateway killed", ends);
    await().atMost(Duration.ofSeconds(60)).until(() -> suite.part("agent-gateway").isReady());
    StackPart after = suite.part("agent-gateway");
    assertThat(after.pid()).isNotEqualTo(gateway.pid());
    assertThat(after.port()).isEqualTo(gateway.port());
    pair.awaitLinked(2);
  }

  @Test
  void emptiedRedisHealsWithinTenSecondsWithoutARestart() throws Exception {
    List<Long> before = pids();

    List<Load.End> ends = under(suite::emptyRedis);

    assertEveryEndIsToldAndGoodWithinTenSeconds("Redis emptied", ends);
    assertThat(pids()).isEqualTo(before);
    pair.awaitLinked(2);
  }

  @Test
  void redisKilledUnderLoadIsStartedAgain() throws Exception {
    StackPart redis = suite.part("redis");

    List<Load.End> ends = under(redis::kill);

    assertEveryEndIsToldAndGoodWithinTenSeconds("Redis killed", ends);
    assertThat(suite.part("redis").pid()).isNotEqualTo(redis.pid());
    pair.awaitLinked(2);
  }

  private interface Fault {
    void happen() throws Exception;
  }

  private static long happened;

  /** The ends of the questions before, while and after it happens. */
  private static List<Load.End> under(Fault fault) throws Exception {
    try (Load load = Load.start(PER_SECOND, pair)) {
      load.awaitGood(PER_SECOND);
      fault.happen();
      happened = System.nanoTime();
      load.awaitRecovery(happened, AFTERWARDS);
      return load.stop();
    }
  }

  private static void assertEveryEndIsToldAndGoodWithinTenSeconds(
      String fault, List<Load.End> ends) {
    double recovery = Load.recovery(ends, happened);
    System.out.printf(
        "stack faults: %s: first good answer after %.2f s; %s%n",
        fault, recovery, Load.summary(ends));
    Load.assertEveryEndIsTold(ends);
    assertThat(recovery).isLessThan(10);
  }

  private static List<Long> pids() throws Exception {
    return List.of(
        suite.part("agent-gateway").pid(),
        suite.part("agent-gateway-2").pid(),
        suite.part("query-orchestrator").pid(),
        suite.part("connection-service").pid());
  }
}
