package io.custard.query.compose;

import io.custard.access.Caller;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.QueryId;
import io.custard.query.connection.Connection;
import io.custard.query.connection.KnownConnections;
import io.custard.query.draft.Draft;
import io.custard.query.execution.Asker;
import io.custard.query.execution.StatementAudit;
import io.custard.query.guard.StatementGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;

/** Finds the connection, puts a question into SQL, and has the guard judge it. */
@ApplicationScoped
public class ComposeStatement {
  private final KnownConnections connections;
  private final ReadQuestion questions;
  private final StatementGuard guard;
  private final StatementAudit audit;

  ComposeStatement(
      KnownConnections connections,
      ReadQuestion questions,
      StatementGuard guard,
      StatementAudit audit) {
    this.connections = connections;
    this.questions = questions;
    this.guard = guard;
    this.audit = audit;
  }

  /**
   * Draws the id of the answer; what it takes to compose runs under it too. Fails when the caller
   * may not ask this, or not of this connection. What comes to nothing here is told to the audit
   * log; what is composed is told when it has run.
   *
   * @param zone where the asker's days begin
   */
  public Uni<Composed> compose(Caller caller, Asked asked, ZoneId zone) {
    long started = System.nanoTime();
    Asker asker =
        new Asker(
            caller.userId(),
            caller.organisationId(),
            caller.email(),
            QueryId.random(),
            caller.address());
    ConnectionId wanted = new ConnectionId(asked.connectionId());
    return Uni.createFrom()
        .deferred(() -> {
          caller.require(asked.permission());
          return connections.find(wanted, caller, asked.permission());
        })
        .chain(connection -> compose(connection, asked, asker, zone, started))
        .onFailure()
        .invoke(refusal -> refused(asker, wanted, asked, refusal));
  }

  /**
   * The statement anew after a database refused it, when a model wrote it.
   *
   * @param reason of the refusal: a code and a phrase, never a value
   */
  public Uni<Composed> again(Composed composed, Asked asked, String reason) {
    Draft draft = composed.draft();
    return draft == null
        ? Uni.createFrom().failure(new CustardException(ErrorCode.SQL_EXECUTION_FAILED, reason))
        : questions
            .again(draft, reason, asked.timeoutMillis())
            .map(read -> composed.with(read.accepted(), read.reading()));
  }

  private void refused(Asker asker, ConnectionId wanted, Asked asked, Throwable refusal) {
    String sql = asked.sql();
    if (sql == null) {
      audit.declined(asker, wanted, refusal);
    } else {
      audit.refused(asker, wanted, sql, refusal);
    }
  }

  private Uni<Composed> compose(
      Connection connection, Asked asked, Asker asker, ZoneId zone, long started) {
    if (asked.sql() != null) {
      return Uni.createFrom()
          .item(
              new Composed(
                  connection, guard.accept(connection, asked.sql()), null, asker, since(started)));
    }
    return questions
        .read(connection, asked, asker, zone)
        .map(read ->
            new Composed(connection, read.accepted(), read.reading(), asker, since(started)));
  }

  private static long since(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
