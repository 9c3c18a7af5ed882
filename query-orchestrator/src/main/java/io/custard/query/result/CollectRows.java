package io.custard.query.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import io.custard.protocol.RowEncoding;
import io.custard.query.execution.RunStatement;
import io.custard.query.execution.Statement;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;

/** Runs a statement and waits for the whole result, which has to fit into memory. */
@ApplicationScoped
public class CollectRows {
  /** What an event loop can put into words and JSON in passing. */
  private static final int SMALL = 64 << 10;

  private final RunStatement statements;
  private final ObjectMapper json;

  CollectRows(RunStatement statements, ObjectMapper json) {
    this.statements = statements;
    this.json = json;
  }

  /**
   * Fails with a coded {@link CustardException} at the deadline at the latest. Cancelling the
   * subscription cancels the statement. Goes on where it was called, or on a worker thread when
   * that is no event loop or the result is a large one: the inbox's thread serves everybody.
   */
  public Uni<StatementResult> run(Statement statement) {
    Executor caller = caller();
    return Uni.createFrom()
        .<StatementResult>emitter(emitter ->
            statements.stream(
                statement,
                RowEncoding.JSON_ROWS,
                new RowCollector(json, statement.limits().maxBytes(), emitter)))
        .chain(result ->
            Uni.createFrom()
                .item(result)
                .emitOn(
                    result.rows().bytes() <= SMALL
                        ? caller
                        : Infrastructure.getDefaultWorkerPool()));
  }

  private static Executor caller() {
    Context context = Vertx.currentContext();
    return context == null || !context.isEventLoopContext()
        ? Infrastructure.getDefaultWorkerPool()
        : work -> context.runOnContext(now -> work.run());
  }
}
