package io.custard.query.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import io.custard.protocol.RowEncoding;
import io.custard.query.execution.RunStatement;
import io.custard.query.execution.Statement;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs a statement and waits for the whole result, which has to fit into memory. */
@ApplicationScoped
public class CollectRows {
  private final RunStatement statements;
  private final ObjectMapper json;

  CollectRows(RunStatement statements, ObjectMapper json) {
    this.statements = statements;
    this.json = json;
  }

  /**
   * Fails with a coded {@link CustardException} at the deadline at the latest. Cancelling the
   * subscription cancels the statement.
   */
  public Uni<StatementResult> run(Statement statement) {
    return Uni.createFrom()
        .<StatementResult>emitter(emitter ->
            statements.stream(
                statement,
                RowEncoding.JSON_ROWS,
                new RowCollector(json, statement.limits().maxBytes(), emitter)))
        .emitOn(Infrastructure.getDefaultWorkerPool()); // the inbox's thread serves everybody
  }
}
