package io.custard.agent.link;

import io.custard.problem.ErrorCode;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Remembers refusals until a link stands: for how long, and which one the log has already. */
final class Refusals {
  private static final Logger LOG = Logger.getLogger(Refusals.class);

  private static final Duration TAKEN_TOO_LONG = Duration.ofSeconds(30);

  private final String connectionId;
  private @Nullable Refusal last;
  private long sinceNanos;
  private boolean explained;

  Refusals(String connectionId) {
    this.connectionId = connectionId;
  }

  /** A link stands. */
  void forget() {
    last = null;
    explained = false;
  }

  /** What follows from a refusal; a new one is logged, the same again is not. */
  Reaction judge(Refusal refusal) {
    long now = System.nanoTime();
    boolean isUnknown = refusal.status() == 401;
    boolean wasUnknown = last != null && last.status() == 401;
    if (!refusal.equals(last)) {
      LOG.warnf(
          "Not linked connectionId=%s errorCode=%s: %s",
          connectionId, refusal.code().isEmpty() ? "-" : refusal.code(), refusal.sentence());
      // A key that is unknown in other words is unknown still.
      sinceNanos = isUnknown && wasUnknown ? sinceNanos : now;
    }
    last = refusal;
    Duration lasting = Duration.ofNanos(now - sinceNanos);
    explain(refusal, lasting);
    return Reaction.to(refusal, isUnknown ? lasting : Duration.ZERO);
  }

  private void explain(Refusal refusal, Duration lasting) {
    if (!explained
        && ErrorCode.of(refusal.code()) == ErrorCode.AGENT_INSTANCE_TAKEN
        && lasting.compareTo(TAKEN_TOO_LONG) >= 0) {
      explained = true;
      LOG.errorf(
          "Another process is linked with this agent's instance id connectionId=%s: a copy of a"
              + " running machine, or this agent's own link that the gateway still holds. Start"
              + " this agent again to give it an id of its own; until then it goes on dialling.",
          connectionId);
    }
  }
}
