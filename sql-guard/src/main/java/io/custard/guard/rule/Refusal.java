package io.custard.guard.rule;

import io.custard.guard.RefusalCode;
import io.custard.guard.Verdict;
import java.io.Serial;

/**
 * Carries a refusal from a rule up to {@link io.custard.guard.SqlGuard}, which turns it into a
 * verdict.
 */
public final class Refusal extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final RefusalCode code;
  private final String sentence;
  private final int position;

  public Refusal(RefusalCode code, String sentence, int position) {
    // No stack: refusing is an ordinary answer, and untrusted callers decide how often it is given.
    super(sentence, null, false, false);
    this.code = code;
    this.sentence = sentence;
    this.position = position;
  }

  public Verdict.Refused verdict() {
    return new Verdict.Refused(code, sentence, position);
  }
}
