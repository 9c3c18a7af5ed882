package io.custard.query.execution;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.LinkId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.LinkOwner;
import io.custard.query.member.ChooseMember;
import io.custard.replica.MessageSender;
import io.custard.replica.ReplicaInbox;
import io.custard.replica.link.GatewayCommands;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs a statement on an agent of its connection; the one way for all statements. */
@ApplicationScoped
public class RunStatement {
  private static final Logger LOG = Logger.getLogger(RunStatement.class);

  private final ChooseMember members;
  private final GatewayCommands commands;
  private final PendingStatements pending;
  private final ReplicaInbox inbox;
  private final StatementAudit audit;
  private final Deadlines deadlines = new Deadlines();

  RunStatement(
      ChooseMember members,
      GatewayCommands commands,
      PendingStatements pending,
      ReplicaInbox inbox,
      StatementAudit audit) {
    this.members = members;
    this.commands = commands;
    this.pending = pending;
    this.inbox = inbox;
    this.audit = audit;
  }

  /**
   * Starts the statement. The sink hears of its end or of a coded failure at the deadline at the
   * latest, unless it is cancelled before.
   */
  public void stream(Statement statement, RowEncoding encoding, RowSink sink) {
    new Run(this, statement, encoding, sink).start();
  }

  Deadlines deadlines() {
    return deadlines;
  }

  @PreDestroy
  void close() {
    deadlines.close();
  }

  Uni<LinkOwner> choose(Statement statement, RowEncoding encoding, Set<LinkId> leaveOut) {
    return members.choose(statement.connectionId(), statement.needs(encoding), leaveOut);
  }

  /** Sends the statement out; fails when it did not reach the broker. */
  Uni<Void> dispatch(Run run, Attempt attempt) {
    pending.add(attempt.id(), run);
    members.sent(attempt.owner().linkId(), attempt.id());
    try {
      return commands.send(attempt.owner(), execute(run, attempt));
    } catch (CustardException e) {
      return Uni.createFrom().failure(e);
    }
  }

  void forget(Attempt attempt) {
    pending.remove(attempt.id());
    members.ended(attempt.owner().linkId(), attempt.id());
  }

  void ended(Statement statement, @Nullable Attempt last, String outcome, long millis) {
    audit.ran(statement, last, outcome, millis);
  }

  void tell(LinkOwner owner, Command command) {
    MessageSender.tell(commands.send(owner, command), command.getClass().getSimpleName());
  }

  private ExecuteCommand execute(Run run, Attempt attempt) {
    Statement statement = run.statement();
    return new ExecuteCommand(
        attempt.id(),
        attempt.target(),
        inbox.address().orElseThrow(RunStatement::starting),
        run.deadline(),
        statement.accepted().sql(),
        statement.limits(),
        run.encoding(),
        statement.purpose(),
        AgentProtocol.MAX_OPEN_CREDIT,
        statement.asker().name(),
        statement.connection().requireCleanRole() ? true : null,
        statement.asker().question(),
        statement.exposure());
  }

  private static CustardException starting() {
    return new CustardException(
        ErrorCode.UPSTREAM_UNAVAILABLE, "The service is starting; ask again.");
  }

  /** Every failure has a code; one without is ours. */
  static CustardException coded(Throwable failure) {
    if (failure instanceof CustardException expected) {
      return expected;
    }
    LOG.error("A statement failed unexpectedly", failure);
    return new CustardException(
        ErrorCode.INTERNAL_ERROR, "Try again; if it stays, report it.", failure);
  }
}
