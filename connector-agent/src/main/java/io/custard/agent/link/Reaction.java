package io.custard.agent.link;

import io.custard.problem.ErrorCode;
import java.time.Duration;

/** What follows from a refusal. */
sealed interface Reaction {
  /** A key made a moment ago may not have reached the gateway yet; for so long it is tried. */
  Duration PATIENCE = Duration.ofSeconds(60);

  /** Dial again, no sooner than this. */
  record DialAgain(Duration retryAfter) implements Reaction {}

  /** Trying again would change nothing. */
  record GiveUp(ExitCode code, String sentence) implements Reaction {}

  /**
   * Decides.
   *
   * @param unknownFor since when the key has been unknown without a break
   */
  static Reaction to(Refusal refusal, Duration unknownFor) {
    return switch (ErrorCode.of(refusal.code())) {
      case AGENT_KEY_REVOKED ->
          new GiveUp(ExitCode.KEY_REFUSED, "The agent key was revoked; make a new one in Custard.");
      case AGENT_KEY_FOREIGN ->
          new GiveUp(
              ExitCode.KEY_REFUSED,
              "The agent key belongs to another connection; check CONNECTION_ID and CUSTARD_KEY.");
      case AGENT_PROTOCOL_UNSUPPORTED ->
          new GiveUp(ExitCode.PROTOCOL_UNSUPPORTED, "Gateway and agent are too far apart; update.");
      case CONNECTION_NOT_FOUND ->
          new GiveUp(
              ExitCode.SETTINGS_WRONG,
              "The gateway knows no such connection; check CONNECTION_ID.");
      case AGENT_KEY_UNKNOWN -> unknown(refusal, unknownFor);
      default -> byStatus(refusal, unknownFor);
    };
  }

  private static Reaction byStatus(Refusal refusal, Duration unknownFor) {
    return switch (refusal.status()) {
      case 401 -> unknown(refusal, unknownFor);
      case 403 -> new GiveUp(ExitCode.KEY_REFUSED, "The gateway refuses this agent key.");
      default -> new DialAgain(refusal.retryAfter());
    };
  }

  private static Reaction unknown(Refusal refusal, Duration unknownFor) {
    return unknownFor.compareTo(PATIENCE) < 0
        ? new DialAgain(refusal.retryAfter())
        : new GiveUp(
            ExitCode.KEY_UNKNOWN,
            "The gateway does not know the agent key; check CUSTARD_KEY and the gateway's address.");
  }
}
