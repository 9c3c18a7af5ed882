package io.custard.guard;

import io.custard.guard.rule.GrammarJudge;
import io.custard.guard.rule.Refusal;
import io.custard.guard.rule.SizeRule;

/**
 * Decides whether a text is one read-only statement of a dialect.
 *
 * <p>What is accepted is a new text, {@link Verdict.Accepted#sql()}: that one was judged, that one
 * has to be sent. The guard fails closed: what it does not know, it refuses. It never throws, for
 * any input, and may be shared between threads.
 *
 * <p>The guard does not bound the cost of a read. Functions that blow up small arguments ({@code
 * repeat}, {@code lpad}, {@code generate_series}), recursion without end and wide joins are left to
 * the time, memory and row limits of the session that runs the statement. Nor does it know the
 * schema: views, operators, casts and the {@code row.function} notation may run the owner's own
 * functions, so the role that runs the statement must not be able to write.
 */
public final class SqlGuard {
  private final GuardLimits limits;
  private final GuardPolicy policy;
  private final GrammarJudge judge;

  public SqlGuard(Dialect dialect, GuardLimits limits) {
    this(dialect, limits, GuardPolicy.none());
  }

  public SqlGuard(Dialect dialect, GuardLimits limits, GuardPolicy policy) {
    this(limits, policy, new GrammarJudge(Grammars.of(dialect)));
  }

  private SqlGuard(GuardLimits limits, GuardPolicy policy, GrammarJudge judge) {
    this.limits = limits;
    this.policy = policy;
    this.judge = judge;
  }

  /** The same guard under another policy; costs nothing. */
  public SqlGuard with(GuardPolicy other) {
    return new SqlGuard(limits, other, judge);
  }

  /** The verdict on a text; never throws. */
  public Verdict judge(String sql) {
    try {
      SizeRule.checkLength(sql, limits);
      return judge.judge(sql, limits, policy);
    } catch (Refusal refusal) {
      return refusal.verdict();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // Failing closed: a defect of the guard must never let a text through or end the caller.
      return new Verdict.Refused(
          RefusalCode.SQL_UNPARSEABLE, "The statement cannot be judged; write it differently.", 0);
    }
  }
}
