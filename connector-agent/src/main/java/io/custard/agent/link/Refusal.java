package io.custard.agent.link;

import io.custard.protocol.agent.Refused;
import java.time.Duration;

/**
 * The gateway said no, or could not be reached.
 *
 * @param code of the problem; empty when nothing answered or the answer is not Custard's
 * @param status of HTTP; 0 when there was none
 * @param retryAfter zero when the gateway did not ask for a wait
 */
record Refusal(String code, int status, Duration retryAfter, String sentence) {
  /** Seconds; no gateway keeps its agents away for longer. */
  static final long MAX_RETRY_AFTER = 300;

  static Refusal unreachable(String sentence) {
    return new Refusal("", 0, Duration.ZERO, sentence);
  }

  static Refusal byFrame(Refused refused) {
    Integer asked = refused.retryAfterSeconds();
    long seconds = asked == null ? 0 : Math.clamp(asked, 0, MAX_RETRY_AFTER);
    return new Refusal(refused.code(), 0, Duration.ofSeconds(seconds), refused.message());
  }
}
