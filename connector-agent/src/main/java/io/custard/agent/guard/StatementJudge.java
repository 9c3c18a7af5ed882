package io.custard.agent.guard;

import io.custard.agent.policy.AgentPolicy;
import io.custard.agent.policy.PolicyCheck;
import io.custard.agent.policy.PolicyFile;
import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * Judges what the cloud sent as if nobody had judged it before: by the guard, with the functions of
 * the owner's policy, and by the policy itself. What is run is the judge's own text, never the text
 * that came.
 */
public final class StatementJudge {
  private final Vertx vertx;
  private final Dialect dialect;
  private final PolicyFile policy;
  private final PolicyCheck check = new PolicyCheck(InstantSource.system());
  private volatile Guarding guarding;

  /** A guard and the policy it was made for. */
  private record Guarding(AgentPolicy policy, SqlGuard guard) {}

  /** Throws for a dialect that the guard does not know. */
  public StatementJudge(Vertx vertx, String dialect, PolicyFile policy) {
    this.vertx = vertx;
    this.dialect =
        Dialect.of(dialect).orElseThrow(() -> new IllegalArgumentException("unknown dialect"));
    this.policy = policy;
    this.guarding = guarding(policy.current());
  }

  /** The statement to run; parsing is done on a worker, because hostile text can take its time. */
  public Future<Verdict.Accepted> judge(String sql) {
    return vertx.executeBlocking(() -> judgeNow(sql), false);
  }

  private Verdict.Accepted judgeNow(String sql) {
    Guarding now = current();
    return switch (now.guard().judge(sql)) {
      case Verdict.Accepted accepted -> {
        check
            .refusal(now.policy(), accepted)
            .ifPresent(refusal -> {
              throw refusal;
            });
        yield accepted;
      }
      case Verdict.Refused refused ->
          throw new CustardException(ErrorCode.of(refused.code().name()), refused.message());
    };
  }

  private Guarding current() {
    AgentPolicy inForce = policy.current();
    Guarding known = guarding;
    if (!known.policy().equals(inForce)) {
      known = guarding(inForce);
      guarding = known;
    }
    return known;
  }

  private Guarding guarding(AgentPolicy inForce) {
    return new Guarding(
        inForce, new SqlGuard(dialect, GuardLimits.defaults(), inForce.functions()));
  }
}
