package io.custard.e2e;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Many dials from one bad client at once, and what they were answered with, each how often. */
record DialStorm(Map<String, Integer> answers, double seconds) {
  private static final int AT_ONCE = 64;

  static DialStorm of(int count, URI edge, String connection, String key)
      throws InterruptedException {
    Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    long begin = System.nanoTime();
    try (ExecutorService dialers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < count; i++) {
        dialers.execute(() -> answers.merge(answer(edge, connection, key), 1, Integer::sum));
      }
      dialers.shutdown();
      if (!dialers.awaitTermination(60, TimeUnit.SECONDS)) {
        throw new AssertionError("dials without an answer");
      }
    }
    return new DialStorm(answers, (System.nanoTime() - begin) / 1e9);
  }

  private static String answer(URI edge, String connection, String key) {
    try {
      DialAttempt attempt = DialAttempt.at(edge, connection, key);
      return attempt.status() + " " + attempt.code();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
