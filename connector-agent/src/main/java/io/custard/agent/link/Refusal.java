package io.custard.agent.link;

import java.time.Duration;

/**
 * The gateway said no, or could not be reached.
 *
 * @param code of the problem; empty when nothing answered or the answer is not Custard's
 * @param status of HTTP; 0 when there was none
 * @param retryAfter zero when the gateway did not ask for a wait
 */
record Refusal(String code, int status, Duration retryAfter, String sentence) {

  static Refusal unreachable(String sentence) {
    return new Refusal("", 0, Duration.ZERO, sentence);
  }

  static Refusal byFrame(String code, String sentence) {
    return new Refusal(code, 0, Duration.ZERO, sentence);
  }
}
