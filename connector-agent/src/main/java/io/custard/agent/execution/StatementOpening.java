package io.custard.agent.execution;

import io.custard.agent.config.AgentLimits;
import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowCursor;
import io.custard.agent.guard.Judged;
import io.custard.agent.guard.StatementJudge;
import io.custard.agent.policy.PolicyFile;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.Exposure;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Execute;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * The way of a statement into the database: a clean role where one is required, the exposure where
 * a model may see the rows, the judge, the ledger, the planner's cost where a bound is set, the
 * session, the number of columns. Fails with a coded {@link CustardException} at the first that
 * says no.
 */
public final class StatementOpening {
  private final Database database;
  private final StatementJudge judge;
  private final StatementLedger ledger;
  private final AgentLimits limits;
  private final PolicyFile policy;

  public StatementOpening(
      Database database,
      StatementJudge judge,
      StatementLedger ledger,
      AgentLimits limits,
      PolicyFile policy) {
    this.database = database;
    this.judge = judge;
    this.ledger = ledger;
    this.limits = limits;
    this.policy = policy;
  }

  /** The strictest of the request's limits, the agent's and the policy's. */
  ExecutionLimits allowed(Execute asked) {
    return policy.current().stricter(limits.stricter(asked.limits()));
  }

  /**
   * @param allowed what {@link #allowed} said
   */
  Future<RowCursor> open(Execute asked, ExecutionLimits allowed, long deadlineNanos) {
    Exposure exposure = ModelExposure.of(asked, policy.current());
    return role(asked)
        .compose(mayRun -> ModelExposure.allowed(exposure))
        .compose(mayRun -> judge.judge(asked.sql()))
        .onFailure(refusal -> ledger.refused(asked, refusal))
        .compose(judged -> ledger.intent(asked, judged))
        .map(Judged::sql)
        .compose(sql -> affordable(sql).map(sql))
        .compose(
            sql -> database.open(sql, shape(asked, allowed, exposure), millisUntil(deadlineNanos)))
        .compose(this::narrowEnough)
        .map(rows -> exposure == Exposure.MASKED ? new NumberedColumns(rows) : rows);
  }

  /** Notes how a statement ended. */
  void ended(QueryId id, Execution.Ending ending) {
    ledger.ended(id, ending);
  }

  /** The request can ask for a clean role but not do without one that the agent's owner wants. */
  private Future<Void> role(Execute asked) {
    if (!limits.requireCleanRole() && !Boolean.TRUE.equals(asked.requireCleanRole())) {
      return Future.succeededFuture();
    }
    return database
        .probe()
        .compose(checkup ->
            checkup.roleFindings().isEmpty()
                ? Future.succeededFuture()
                : Future.failedFuture(tooPowerful(checkup)));
  }

  private Future<Void> affordable(String sql) {
    OptionalDouble limit = limits.maxCost();
    if (limit.isEmpty()) {
      return Future.succeededFuture();
    }
    return database
        .cost(sql)
        .compose(cost ->
            cost.orElse(0) <= limit.getAsDouble()
                ? Future.succeededFuture()
                : Future.failedFuture(tooCostly(cost.getAsDouble(), limit.getAsDouble())));
  }

  private Future<RowCursor> narrowEnough(RowCursor cursor) {
    int columns = cursor.columns().size();
    return columns <= limits.maxColumns()
        ? Future.succeededFuture(cursor)
        : cursor.close().transform(closed -> Future.failedFuture(tooWide(columns)));
  }

  private static CustardException tooPowerful(Checkup checkup) {
    return new CustardException(
        ErrorCode.AGENT_ROLE_TOO_POWERFUL,
        ("Statements run only with a database role that may do nothing but read. %s The"
                + " connection's status (role_findings, role_repair) and the agent's log say what"
                + " else it may do and how to make a right role.")
            .formatted(checkup.roleFindings().getFirst()));
  }

  private static CustardException tooCostly(double cost, double limit) {
    return new CustardException(
        ErrorCode.SQL_TOO_COSTLY,
        String.format(
            Locale.ROOT,
            "The database's planner expects a cost of %.0f, the agent allows %.0f; select fewer"
                + " rows or join on keys.",
            cost,
            limit));
  }

  private CustardException tooWide(int columns) {
    return new CustardException(
        ErrorCode.SQL_TOO_MANY_COLUMNS,
        "The result has %d columns, the agent allows %d; name the columns that are needed."
            .formatted(columns, limits.maxColumns()));
  }

  private static ResultShape shape(Execute asked, ExecutionLimits allowed, Exposure exposure) {
    return new ResultShape(
        new RowCaps(allowed.maxRows(), allowed.maxBytes()),
        asked.encoding(),
        exposure == Exposure.MASKED);
  }

  private static long millisUntil(long deadlineNanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()));
  }
}
