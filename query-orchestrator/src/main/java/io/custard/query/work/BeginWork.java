package io.custard.query.work;

import io.custard.access.Caller;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.query.answer.Reader;
import io.custard.query.connection.KnownConnections;
import io.custard.query.execution.Asker;
import io.custard.query.execution.StatementAudit;
import io.custard.query.history.Asking;
import io.custard.query.history.History;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The one way from a request to work that may be done for its caller. */
@ApplicationScoped
public class BeginWork {
  private final KnownConnections connections;
  private final StatementAudit audit;
  private final History history;

  BeginWork(KnownConnections connections, StatementAudit audit, History history) {
    this.history = history;
    this.connections = connections;
    this.audit = audit;
  }

  /**
   * Fails when the caller may not ask this, or not of this connection; that is told to the audit
   * log and to their history.
   *
   * @param id of the question and its answer
   */
  public Uni<Work> begin(
      Caller caller, Asked asked, QueryId id, Reader reader, ExecutionLimits limits) {
    Instant at = Instant.now();
    long started = System.nanoTime();
    Asker asker =
        new Asker(caller.userId(), caller.organisationId(), caller.email(), id, caller.address());
    ConnectionId wanted = new ConnectionId(asked.connectionId());
    return Uni.createFrom()
        .deferred(() -> {
          caller.require(asked.permission());
          return connections.find(wanted, caller, asked.permission());
        })
        .map(connection -> new Work(connection, asker, asked, reader, limits, at, started))
        .onFailure()
        .invoke(refusal -> {
          audit.refused(asker, wanted, asked.sql(), refusal);
          history.record(
              Asking.of(caller, asked.connectionId(), asked.question(), asked.sql())
                  .failed(refusal));
        });
  }
}
