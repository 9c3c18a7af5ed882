package io.custard.agent.guard;

import io.custard.agent.database.Database;
import io.custard.agent.masking.StatementMasks;
import io.custard.agent.masking.TableCatalog;
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
 * that came, with the policy's masks on.
 */
public final class StatementJudge {
  private final Vertx vertx;
  private final Dialect dialect;
  private final PolicyFile file;
  private final PolicyCheck check = new PolicyCheck(InstantSource.system());
  private final SqlGuard guard;
  private final StatementMasks masks;
  private final TableCatalog catalog;

  /** Throws for a dialect that the guard does not know. */
  public StatementJudge(Vertx vertx, Database database, PolicyFile file) {
    this.vertx = vertx;
    this.dialect =
        Dialect.of(database.dialect())
            .orElseThrow(() -> new IllegalArgumentException("unknown dialect"));
    this.file = file;
    this.guard = new SqlGuard(dialect, GuardLimits.defaults());
    this.masks = new StatementMasks(dialect);
    this.catalog = new TableCatalog(database);
  }

  /** The statement to run; parsing is done on a worker, because hostile text can take its time. */
  public Future<Judged> judge(String sql) {
    AgentPolicy policy = file.current().in(dialect);
    Future<Verdict.Accepted> asked = vertx.executeBlocking(() -> accepted(policy, sql), false);
    return asked.compose(accepted ->
        policy.masks().isEmpty() || accepted.relations().isEmpty()
            ? Future.succeededFuture(Judged.plain(accepted))
            : masked(policy, accepted));
  }

  private Future<Judged> masked(AgentPolicy policy, Verdict.Accepted asked) {
    return catalog
        .known(policy, asked)
        .compose(known ->
            vertx.executeBlocking(
                () ->
                    masks
                        .masked(policy, known, asked, again -> holdToPolicy(policy, again))
                        .map(sql -> Judged.masked(asked, sql, policy.masks().key()))
                        .orElseGet(() -> Judged.plain(asked)),
                false));
  }

  private Verdict.Accepted accepted(AgentPolicy policy, String sql) {
    return switch (guard.with(policy.functions()).judge(sql)) {
      case Verdict.Accepted accepted -> {
        holdToPolicy(policy, accepted);
        yield accepted;
      }
      case Verdict.Refused refused ->
          throw new CustardException(ErrorCode.of(refused.code().name()), refused.message());
    };
  }

  private void holdToPolicy(AgentPolicy policy, Verdict.Accepted statement) {
    check
        .refusal(policy, statement)
        .ifPresent(refusal -> {
          throw refusal;
        });
  }
}
