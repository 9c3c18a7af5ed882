package io.custard.evaluation.report;

import io.custard.evaluation.direct.DirectDatabase;
import io.custard.evaluation.replay.Result;
import io.custard.guard.RefusalCode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of ends that are told apart. */
final class Ends {
  private static final Set<String> REFUSALS =
      Arrays.stream(RefusalCode.values()).map(RefusalCode::name).collect(Collectors.toSet());
  private static final Set<String> LEFT_OUT =
      Set.of(
          "EVAL_QUESTION_UNKNOWN",
          "EVAL_SET_UNSUPPORTED",
          "EVAL_DATABASE_MISSING",
          "EVAL_DECLINED");

  private Ends() {}

  /** The guard, here or in the agent, did not let it pass. */
  static boolean isRefused(Result result) {
    return REFUSALS.contains(result.pipeline().code());
  }

  /** It was never sent. */
  static boolean isLeftOut(Result result) {
    return LEFT_OUT.contains(result.pipeline().code());
  }

  static boolean isFailed(Result result) {
    return !result.pipeline().ran() && !isRefused(result) && !isLeftOut(result);
  }

  /** Both gave rows, and not the same. */
  static boolean isDifferent(Result result) {
    return result.pipeline().ran() && result.direct().ran() && !result.same();
  }

  /** Only the pipeline gave rows. */
  static boolean isGained(Result result) {
    return result.pipeline().ran() && !result.direct().ran();
  }

  /** Only the database gave rows. */
  static boolean isLost(Result result) {
    return !result.pipeline().ran() && result.direct().ran();
  }

  /** The database refused it itself. */
  static boolean isBroken(Result result) {
    return result.direct().code().equals(DirectDatabase.FAILED);
  }

  /** It is broken, and neither guard nor validator said so. */
  static boolean isMissed(Result result) {
    return isBroken(result) && result.verdict().accepted() && !result.verdict().doubted();
  }
}
