package io.custard.query.execution;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.LinkId;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.CommandTarget;
import io.custard.protocol.event.CreditCommand;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.replica.ReplicaInbox;
import io.custard.replica.link.GatewayCommands;
import io.custard.replica.link.LinkDirectory;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/** Runs a statement on an agent of its connection and waits for the whole result. */
@ApplicationScoped
public class RunStatement {
  private static final Logger LOG = Logger.getLogger(RunStatement.class);

  /** What the way there and back may take beyond the statement's own time. */
  private static final long TRAVEL_MILLIS = 3_000;

  private final LinkDirectory directory;
  private final GatewayCommands commands;
  private final PendingStatements pending;
  private final ReplicaInbox inbox;
  private final ObjectMapper json;

  RunStatement(
      LinkDirectory directory,
      GatewayCommands commands,
      PendingStatements pending,
      ReplicaInbox inbox,
      ObjectMapper json) {
    this.directory = directory;
    this.commands = commands;
    this.pending = pending;
    this.inbox = inbox;
    this.json = json;
  }

  /**
   * Every statement is a read, so one whose link broke is tried once more on another agent. Fails
   * with a coded {@link CustardException} at the deadline at the latest.
   */
  public Uni<StatementResult> run(Statement statement) {
    long deadline = System.currentTimeMillis() + statement.limits().timeoutMillis();
    return owner(statement, Set.of())
        .chain(first ->
            run(statement, first, deadline)
                .onFailure(RunStatement::linkLost)
                .recoverWithUni(lost ->
                    owner(statement, Set.of(first.linkId()))
                        .onFailure()
                        .transform(none -> lost)
                        .chain(second -> run(statement, second, deadline))));
  }

  private Uni<LinkOwner> owner(Statement statement, Set<LinkId> leaveOut) {
    return directory
        .choose(statement.connectionId(), leaveOut)
        .onFailure()
        .transform(RunStatement::directoryAway)
        .map(found ->
            found.orElseThrow(() ->
                new CustardException(
                    ErrorCode.AGENT_NOT_LINKED,
                    "Start the connector agent of this connection; GET"
                        + " /api/v1/connections/{id}/status shows when it is linked.")));
  }

  private Uni<StatementResult> run(Statement statement, LinkOwner owner, long deadline) {
    QueryId id = QueryId.random();
    CommandTarget target = new CommandTarget(statement.connectionId(), owner.linkId());
    Duration wait = Duration.ofMillis(deadline - System.currentTimeMillis() + TRAVEL_MILLIS);
    Uni<StatementResult> result =
        Uni.createFrom()
            .emitter(emitter -> {
              Pending waiting = new Pending(id, statement, emitter, new JsonRows(json));
              pending.add(waiting, bytes -> tell(owner, new CreditCommand(id, target, bytes)));
              commands
                  .send(owner, execute(statement, id, target, here(), deadline))
                  .subscribe()
                  .with(sent -> {}, waiting::fail);
            });
    return result
        .ifNoItem()
        .after(wait)
        .failWith(RunStatement::late)
        .onFailure(RunStatement::stillRuns)
        .invoke(() -> tell(owner, new CancelCommand(id, target)))
        .onCancellation()
        .invoke(() -> tell(owner, new CancelCommand(id, target)))
        .onTermination()
        .invoke(() -> pending.remove(id))
        .emitOn(Infrastructure.getDefaultWorkerPool()); // the inbox's thread serves everybody
  }

  private static ExecuteCommand execute(
      Statement statement, QueryId id, CommandTarget target, ReplicaAddress here, long deadline) {
    return new ExecuteCommand(
        id,
        target,
        here,
        deadline,
        statement.sql(),
        statement.limits(),
        RowEncoding.JSON_ROWS,
        statement.purpose(),
        AgentProtocol.MAX_OPEN_CREDIT,
        statement.asker(),
        statement.connection().requireCleanRole() ? true : null,
        null);
  }

  private ReplicaAddress here() {
    return inbox
        .address()
        .orElseThrow(() ->
            new CustardException(
                ErrorCode.UPSTREAM_UNAVAILABLE, "The service is starting; ask again."));
  }

  private void tell(LinkOwner owner, Command command) {
    commands
        .send(owner, command)
        .subscribe()
        .with(sent -> {}, failure -> LOG.warnf("Command lost cause=%s", failure.toString()));
  }

  private static boolean linkLost(Throwable failure) {
    return failure instanceof CustardException e && e.code() == ErrorCode.AGENT_LINK_LOST;
  }

  /** Whether the agent may be at work still, so that it has to be told. */
  private static boolean stillRuns(Throwable failure) {
    return failure instanceof CustardException e
        && (e.code() == ErrorCode.QUERY_DEADLINE_EXCEEDED || e.code() == ErrorCode.AGENT_LINK_LOST);
  }

  private static CustardException late() {
    return new CustardException(
        ErrorCode.QUERY_DEADLINE_EXCEEDED, "Ask for less, or allow more with timeout_seconds.");
  }

  private static CustardException directoryAway(Throwable cause) {
    return new CustardException(
        ErrorCode.UPSTREAM_UNAVAILABLE,
        "The directory of agents does not answer; ask again.",
        cause);
  }
}
