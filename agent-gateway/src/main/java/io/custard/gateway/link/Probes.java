package io.custard.gateway.link;

import io.custard.protocol.agent.Probed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Who waits for the answer to which probe of one link; a bounded number, each with a deadline. */
public final class Probes {
  private static final int MOST = 32;

  private final Map<String, CompletableFuture<Probed>> waiting = new ConcurrentHashMap<>();

  /**
   * Completes with the answer to the probe of this id, or fails when the time is over. Two that
   * wait under the same id get the same answer.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the clean-up needs no looking after
  public CompletableFuture<Probed> expect(String probeId, Duration within) {
    CompletableFuture<Probed> answer = new CompletableFuture<>();
    if (waiting.size() >= MOST) {
      answer.completeExceptionally(new RejectedExecutionException("too many probes"));
      return answer;
    }
    CompletableFuture<Probed> before = waiting.putIfAbsent(probeId, answer);
    if (before != null) {
      return before;
    }
    answer.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
    answer.whenComplete((probed, failure) -> waiting.remove(probeId, answer));
    return answer;
  }

  /** An answer came; one that nobody waits for is nothing. */
  public void answered(Probed probed) {
    CompletableFuture<Probed> answer = waiting.remove(probed.probeId());
    if (answer != null) {
      answer.complete(probed);
    }
  }

  /** Nothing will come any more. */
  void abandon() {
    List.copyOf(waiting.values()).forEach(answer -> answer.cancel(false));
  }
}
