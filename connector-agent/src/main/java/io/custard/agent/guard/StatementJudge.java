package io.custard.agent.guard;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Judges what the cloud sent as if nobody had judged it before. What is run is the judge's own
 * text, never the text that came.
 */
public final class StatementJudge {
  private final Vertx vertx;
  private final SqlGuard guard;

  /** Throws for a dialect that the guard does not know. */
  public StatementJudge(Vertx vertx, String dialect) {
    this.vertx = vertx;
    Dialect known =
        Dialect.of(dialect).orElseThrow(() -> new IllegalArgumentException("unknown dialect"));
    this.guard = new SqlGuard(known, GuardLimits.defaults());
  }

  /** The text to run; parsing is done on a worker, because hostile text can take its time. */
  public Future<String> judge(String sql) {
    return vertx
        .executeBlocking(() -> guard.judge(sql), false)
        .compose(verdict ->
            switch (verdict) {
              case Verdict.Accepted accepted -> Future.succeededFuture(accepted.sql());
              case Verdict.Refused refused -> Future.failedFuture(refusal(refused));
            });
  }

  private static CustardException refusal(Verdict.Refused refused) {
    return new CustardException(ErrorCode.of(refused.code().name()), refused.message());
  }
}
