package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Asks at a steady rate, whatever becomes of the answers, each time for a token of its own. Every
 * end is remembered: rows, a coded error, or neither.
 */
final class Load implements AutoCloseable {
  /** What each question is given. */
  static final int DEADLINE_SECONDS = 8;

  /** An answer that holds another token than asked for. */
  static final String FOREIGN = "FOREIGN ANSWER";

  /**
   * How a question ended.
   *
   * @param code empty: with the rows asked for
   * @param detail what was said with the code
   */
  record End(String connection, long askedNanos, long endedNanos, String code, String detail) {
    boolean good() {
      return code.isEmpty();
    }

    double seconds() {
      return (endedNanos - askedNanos) / 1e9;
    }
  }

  private final List<Members> asked;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<End> ends = new ConcurrentLinkedQueue<>();
  private final AtomicInteger turn = new AtomicInteger();

  private Load(List<Members> asked) {
    this.asked = List.copyOf(asked);
  }

  /** Asks these connections in turn. */
  static Load start(int perSecond, Members... connections) {
    Load load = new Load(List.of(connections));
    long micros = 1_000_000 / perSecond;
    var _ = load.clock.scheduleAtFixedRate(load::askLater, 0, micros, TimeUnit.MICROSECONDS);
    return load;
  }

  private void askLater() {
    Members connection = asked.get(Math.floorMod(turn.getAndIncrement(), asked.size()));
    askers.execute(() -> ends.add(ask(connection)));
  }

  private static End ask(Members connection) {
    String token = UUID.randomUUID().toString();
    long begin = System.nanoTime();
    try {
      Api.Answer answer = connection.sql("select '" + token + "' as token", DEADLINE_SECONDS);
      String detail = answer.body().path("detail").asText();
      return new End(connection.id(), begin, System.nanoTime(), outcome(answer, token), detail);
    } catch (Exception e) {
      return new End(connection.id(), begin, System.nanoTime(), "no answer: " + e, "");
    }
  }

  private static String outcome(Api.Answer answer, String token) {
    if (answer.status() != 200) {
      return answer.code().isEmpty() ? "status " + answer.status() : answer.code();
    }
    return answer.body().path("rows").path(0).path(0).asText().equals(token) ? "" : FOREIGN;
  }

  /** How the questions so far ended, in the order of their ends. */
  List<End> ends() {
    return new ArrayList<>(ends);
  }

  /** How many of each code, with what was said. */
  static Map<String, Long> errors(List<End> ends) {
    return ends.stream()
        .filter(end -> !end.good())
        .collect(
            Collectors.groupingBy(
                end -> end.code() + " " + end.detail(), TreeMap::new, Collectors.counting()));
  }

  /**
   * Seconds from this moment until every connection had a good answer to a question asked after it;
   * or infinity.
   */
  static double recovery(List<End> ends, long nanos) {
    return ends.stream()
        .map(End::connection)
        .distinct()
        .mapToDouble(connection ->
            ends.stream()
                .filter(End::good)
                .filter(end -> end.connection().equals(connection))
                .filter(end -> end.askedNanos() - nanos >= 0)
                .mapToDouble(end -> (end.endedNanos() - nanos) / 1e9)
                .min()
                .orElse(Double.POSITIVE_INFINITY))
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }

  static double slowest(List<End> ends) {
    return ends.stream().mapToDouble(End::seconds).max().orElse(0);
  }

  /** Waits until that many were answered well. */
  void awaitGood(int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ends.stream().filter(End::good).count() >= count);
  }

  /** Waits until every connection answers again, then lets the load go on for so long. */
  void awaitRecovery(long nanos, Duration goOn) {
    long since = System.nanoTime();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            recovery(ends(), nanos) < Double.POSITIVE_INFINITY
                && System.nanoTime() - since > goOn.toNanos());
  }

  static String summary(List<End> ends) {
    return "queries=%d rows=%d errors=%s slowest=%.2f s"
        .formatted(
            ends.size(), ends.stream().filter(End::good).count(), errors(ends), slowest(ends));
  }

  /** Rows of the asker's own, or a coded error, within the deadline. */
  static void assertEveryEndIsTold(List<End> ends) {
    assertThat(ends).extracting(End::code).allMatch(code -> code.matches("[A-Z_]*"));
    assertThat(slowest(ends)).isLessThan(DEADLINE_SECONDS + 2);
  }

  /** Asks no more and waits for all answers. */
  List<End> stop() throws InterruptedException {
    clock.shutdownNow();
    askers.shutdown();
    if (!askers.awaitTermination(DEADLINE_SECONDS + 10, TimeUnit.SECONDS)) {
      throw new AssertionError("questions without an end after their deadline");
    }
    return ends();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    askers.shutdownNow();
  }
}
