package io.custard.agent.execution;

import io.custard.agent.guard.Judged;
import io.custard.agent.ledger.Ledger;
import io.custard.agent.ledger.LedgerEntry;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Execute;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes statements into the ledger: before they run, and how they ended. */
public final class StatementLedger {
  private static final Logger LOG = Logger.getLogger(StatementLedger.class);

  private final Vertx vertx;
  private final Ledger ledger;
  private final InstantSource clock;

  /**
   * @param clock for the lines' times only; nothing is decided by it
   */
  public StatementLedger(Vertx vertx, Ledger ledger, InstantSource clock) {
    this.vertx = vertx;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Completes on the event loop when the line is on disk; only then may the statement run. */
  Future<Judged> intent(Execute asked, Judged judged) {
    Context loop = vertx.getOrCreateContext();
    Promise<Judged> written = Promise.promise();
    Verdict.Accepted accepted = judged.asked();
    ledger
        .append(
            intent(asked, accepted.sql(), "accepted", accepted.tables()).running(judged.masked()))
        .map(judged)
        .onComplete(result -> loop.runOnContext(back -> written.handle(result)));
    return written.future();
  }

  /** A statement that is not run; a line that cannot be written changes nothing about that. */
  void refused(Execute asked, Throwable failure) {
    String code = failure instanceof CustardException e ? e.code().name() : "INTERNAL_ERROR";
    ledger.append(intent(asked, asked.sql(), code, List.of())).onFailure(this::lost);
  }

  void ended(QueryId id, Execution.Ending ending) {
    ledger
        .append(
            new LedgerEntry.Outcome(
                clock.instant().toString(),
                id.toString(),
                ending.code(),
                ending.rows(),
                ending.bytes(),
                ending.durationMillis()))
        .onFailure(this::lost);
  }

  private void lost(Throwable failure) {
    LOG.errorf("A line of the ledger is lost: %s", failure.getMessage());
  }

  private LedgerEntry.Intent intent(
      Execute asked, String statement, String verdict, List<String> tables) {
    QueryId question = asked.questionId();
    return LedgerEntry.Intent.of(
            clock.instant(), asked.queryId().toString(), asked.asker(), asked.purpose(), statement)
        .judged(verdict, tables)
        .serving(question == null ? null : question.toString());
  }
}
