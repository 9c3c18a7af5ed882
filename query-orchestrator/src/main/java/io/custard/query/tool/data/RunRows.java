package io.custard.query.tool.data;

import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.agent.Execute;
import io.custard.query.connection.Connection;
import io.custard.query.execution.Statement;
import io.custard.query.execution.StatementAudit;
import io.custard.query.guard.StatementGuard;
import io.custard.query.result.CollectRows;
import io.custard.query.result.StatementResult;
import io.custard.query.tool.call.ToolCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs a tool's statement as any other: guard, agent, audit log, ledger. */
@ApplicationScoped
class RunRows {
  private final StatementGuard guard;
  private final CollectRows rows;
  private final StatementAudit audit;

  RunRows(StatementGuard guard, CollectRows rows, StatementAudit audit) {
    this.guard = guard;
    this.rows = rows;
    this.audit = audit;
  }

  /** What ran, in the form the guard gave it, and what it brought. */
  record Ran(String sql, StatementResult result) {}

  Uni<Ran> run(ToolCall<?> call, String sql, ExecutionLimits limits) {
    return Uni.createFrom()
        .deferred(() -> {
          Verdict.Accepted accepted = accept(call, sql);
          return rows.run(
                  new Statement(call.connection(), accepted, limits, Execute.RESULT, call.asker()))
              .map(result -> new Ran(accepted.sql(), result));
        });
  }

  private Verdict.Accepted accept(ToolCall<?> call, String sql) {
    Connection connection = call.connection();
    try {
      return guard.accept(connection, sql);
    } catch (CustardException refusal) {
      audit.refused(call.asker(), connection.id(), sql, refusal);
      throw refusal;
    }
  }
}
