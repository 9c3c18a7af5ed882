package io.custard.evaluation.replay;

import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.set.Recorded;
import java.time.Duration;

/**
 * How one statement fared, without its rows.
 *
 * @param verdict of the validator, before it ran
 * @param pipeline how it ended through the suite
 * @param direct how it ended on the file itself
 * @param same whether both gave the same values of the same types
 * @param took through the suite, from the request to the last row
 */
public record Result(
    Recorded statement, Verdict verdict, End pipeline, End direct, boolean same, Duration took) {

  /**
   * How running it ended.
   *
   * @param code of the failure; empty when it ran
   * @param right whether its rows are those of a gold statement, columns in any order
   */
  public record End(String code, boolean right) {
    /** It was not run this way. */
    static final End NONE = new End("EVAL_NOT_RUN", false);

    static End of(Outcome outcome, boolean right) {
      return switch (outcome) {
        case Outcome.Ran ran -> new End("", right);
        case Outcome.Failed failed -> new End(failed.code(), false);
      };
    }

    public boolean ran() {
      return code.isEmpty();
    }
  }

  /** Of a statement that is not for a database at all. */
  static Result ofNone(Recorded statement, Outcome.Failed why) {
    return new Result(statement, Verdict.NONE, End.of(why, false), End.NONE, false, Duration.ZERO);
  }
}
