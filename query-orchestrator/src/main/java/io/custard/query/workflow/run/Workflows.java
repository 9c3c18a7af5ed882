package io.custard.query.workflow.run;

import io.custard.access.Caller;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.QueryId;
import io.custard.query.answer.Reader;
import io.custard.query.connection.KnownConnections;
import io.custard.query.workflow.journal.Journals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The workflows of people: accepted, found, cancelled. */
@ApplicationScoped
public class Workflows {
  private final WorkflowTable table;
  private final RunningWorkflows running;
  private final Journals journals;
  private final KnownConnections connections;

  Workflows(
      WorkflowTable table,
      RunningWorkflows running,
      Journals journals,
      KnownConnections connections) {
    this.connections = connections;
    this.table = table;
    this.running = running;
    this.journals = journals;
  }

  /**
   * Accepts what is to be answered, and begins with it. Fails as any question does when the caller
   * may not ask this of the connection; that may change until it is answered, so it is looked at
   * again then.
   */
  public Uni<Workflow> start(QueryId id, Caller caller, WorkflowRequest request, Reader reader) {
    caller.require(request.permission());
    running.requireRoom();
    return connections
        .find(new ConnectionId(request.connectionId()), caller, request.permission())
        .chain(allowed -> accepted(id, caller, request, reader));
  }

  private Uni<Workflow> accepted(
      QueryId id, Caller caller, WorkflowRequest request, Reader reader) {
    return table
        .accept(id, caller, request, reader)
        .call(workflow -> journals.read(workflow.key()).onFailure().recoverWithNull())
        .invoke(running::take);
  }

  /** Fails with {@code QUERY_WORKFLOW_NOT_FOUND} also for those of others. */
  public Uni<Workflow> find(Caller caller, QueryId id) {
    return table
        .find(id, caller.organisationId(), caller.userId())
        .map(found -> found.orElseThrow(Workflows::notFound));
  }

  /** Cancels it down to the database; nothing when it has ended. */
  public Uni<Void> cancel(Caller caller, QueryId id) {
    return find(caller, id)
        .call(workflow -> table.requestCancel(workflow.key()))
        .invoke(workflow -> running.cancel(workflow.id()))
        .replaceWithVoid();
  }

  private static CustardException notFound() {
    return new CustardException(
        ErrorCode.QUERY_WORKFLOW_NOT_FOUND, "You have no workflow with this id.");
  }
}
