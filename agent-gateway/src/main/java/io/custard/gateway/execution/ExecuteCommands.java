package io.custard.gateway.execution;

import io.custard.gateway.command.CommandHandler;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.Links;
import io.custard.problem.ErrorCode;
import io.custard.protocol.Capability;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.CreditCommand;
import io.custard.protocol.event.ExecuteCommand;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Starts, feeds and cancels statements. A command for another process start, another link or a
 * moment that has passed is not run but answered with its code.
 */
@ApplicationScoped
class ExecuteCommands implements CommandHandler {
  private static final Logger LOG = Logger.getLogger(ExecuteCommands.class);

  private final Links links;
  private final Executions executions;
  private final Replies replies;
  private final GatewayConfig config;

  ExecuteCommands(Links links, Executions executions, Replies replies, GatewayConfig config) {
    this.links = links;
    this.executions = executions;
    this.replies = replies;
    this.config = config;
  }

  @Override
  public void handle(Command command) {
    switch (command) {
      case ExecuteCommand execute -> execute(execute);
      case CreditCommand credit ->
          executions.find(credit.queryId()).ifPresent(at -> feed(at, credit));
      case CancelCommand cancel ->
          executions
              .find(cancel.queryId())
              .ifPresent(at -> at.link().send(new Cancel(cancel.queryId())));
      default -> {
        // not about statements
      }
    }
  }

  private static void feed(Execution at, CreditCommand credit) {
    if (credit.bytes() > 0) {
      at.credit().addAndGet(credit.bytes());
      at.link().send(new Credit(credit.queryId(), credit.bytes()));
    }
  }

  /**
   * The link's id is random for every socket, so a link of a former process start is never found.
   */
  private void execute(ExecuteCommand command) {
    long left = command.deadlineEpochMillis() - System.currentTimeMillis();
    AgentLink link =
        links.ready(command.target().connectionId(), command.target().linkId()).orElse(null);
    if (left <= 0) {
      fail(command, ErrorCode.QUERY_DEADLINE_EXCEEDED, "The deadline passed before the start.");
    } else if (link == null || link.isDraining()) {
      fail(command, ErrorCode.AGENT_LINK_LOST, "The agent has just gone. Ask again.");
    } else if (!canEncode(link, command.encoding())) {
      fail(command, ErrorCode.AGENT_REPLY_INVALID, "This agent cannot write rows in this form.");
    } else if (command.purpose().equals(Execute.MODEL) && !link.can(Capability.EXPOSURE)) {
      fail(command, ErrorCode.AGENT_CAPABILITY_MISSING, "This agent knows no exposure; update it.");
    } else if (link.inFlight().get() >= config.maxInFlight()) {
      fail(command, ErrorCode.AGENT_BUSY, "Too many statements run on this agent. Ask again soon.");
    } else {
      send(command, link, left);
    }
  }

  private static boolean canEncode(AgentLink link, RowEncoding encoding) {
    return switch (encoding) {
      case JSON_ROWS -> true;
      case NDJSON -> link.can(Capability.NDJSON);
      case CSV -> link.can(Capability.CSV);
    };
  }

  private void send(ExecuteCommand command, AgentLink link, long left) {
    if (!executions.begin(new Execution(command, link))) {
      LOG.warnf("Command dropped, its query runs already queryId=%s", command.queryId());
      return;
    }
    ExecutionLimits asked = command.limits();
    long timeout = Math.min(left, asked.timeoutMillis());
    link.send(
        new Execute(
            command.queryId(),
            command.sql(),
            new ExecutionLimits(timeout, asked.maxRows(), asked.maxBytes()),
            command.encoding(),
            command.purpose(),
            command.credit(),
            command.asker(),
            command.requireCleanRole(),
            command.questionId(),
            command.exposure()));
    if (!link.isReady()) {
      executions.closed(link); // it closed between look-up and begin, so nobody else would say so
    }
  }

  private void fail(ExecuteCommand command, ErrorCode code, String message) {
    replies.fail(command.replyTo(), command.queryId(), code, message);
  }
}
