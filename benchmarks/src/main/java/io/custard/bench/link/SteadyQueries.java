package io.custard.bench.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.stack.Ending;
import io.custard.bench.stack.PublicApi;
import io.custard.cli.api.Json;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Asks one link again and again while something else happens to the gateway. */
final class SteadyQueries implements AutoCloseable {
  private static final long EVERY_MILLIS = 50;

  private final PublicApi api;
  private final String connection;
  private final Thread thread;
  private volatile boolean ended;
  private int answered;
  private final Map<String, Integer> failures = new TreeMap<>();
  private long slowestNanos;

  private SteadyQueries(PublicApi api, String connection) {
    this.api = api;
    this.connection = connection;
    this.thread = Thread.ofPlatform().name("bench-queries").start(this::ask);
  }

  static SteadyQueries on(PublicApi api, String connection) {
    return new SteadyQueries(api, connection);
  }

  private void ask() {
    try {
      while (!ended) {
        long start = System.nanoTime();
        one();
        slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
        TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void one() throws InterruptedException {
    try {
      api.post("/api/v1/query", Map.of("connection_id", connection, "sql", "select 1"));
      answered++;
    } catch (IOException | IllegalStateException e) {
      failures.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
    }
  }

  /** Ends them and says how they went. */
  ObjectNode figures() {
    close();
    return Json.MAPPER
        .createObjectNode()
        .put("answered", answered)
        .put("failed", failures.values().stream().mapToInt(Integer::intValue).sum())
        .put("slowest_ms", slowestNanos / 1_000_000)
        .set("failures", Json.MAPPER.valueToTree(failures));
  }

  @Override
  public void close() {
    ended = true;
    Ending.of(thread);
  }
}
