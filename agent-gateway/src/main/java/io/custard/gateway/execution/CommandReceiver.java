package io.custard.gateway.execution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.Links;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.CreditCommand;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.Topic;
import io.custard.replica.ReplicaInbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes the commands for this replica. A command for another process start, another link or a
 * moment that has passed is not run but answered with its code.
 */
@ApplicationScoped
class CommandReceiver {
  private static final Logger LOG = Logger.getLogger(CommandReceiver.class);

  private final Links links;
  private final Executions executions;
  private final Replies replies;
  private final GatewayConfig config;
  private final ObjectReader reader;

  CommandReceiver(
      Links links,
      Executions executions,
      Replies replies,
      GatewayConfig config,
      ObjectMapper json) {
    this.links = links;
    this.executions = executions;
    this.replies = replies;
    this.config = config;
    this.reader = json.readerFor(Command.class);
  }

  void start(@Observes StartupEvent started, ReplicaInbox inbox) {
    inbox.open(Topic.COMMANDS, this::receive);
  }

  private void receive(ConsumerRecord<byte[], byte[]> received) {
    Command command;
    try {
      command = reader.readValue(received.value());
    } catch (IOException e) {
      LOG.warnf("Command dropped, not readable cause=%s", e.getClass().getSimpleName());
      return;
    }
    switch (command) {
      case ExecuteCommand execute -> execute(execute);
      case CreditCommand credit ->
          executions
              .find(credit.queryId())
              .ifPresent(at -> {
                at.credit().addAndGet(credit.bytes());
                at.link().send(new Credit(credit.queryId(), credit.bytes()));
              });
      case CancelCommand cancel ->
          executions
              .find(cancel.queryId())
              .ifPresent(at -> at.link().send(new Cancel(cancel.queryId())));
      default -> LOG.debugf("Command of no use here: %s", command.getClass().getSimpleName());
    }
  }

  /**
   * The link's id is random for every socket, so a link of a former process start is never found.
   */
  private void execute(ExecuteCommand command) {
    long left = command.deadlineEpochMillis() - System.currentTimeMillis();
    AgentLink link = links.ready(command.target().linkId()).orElse(null);
    if (left <= 0) {
      fail(command, ErrorCode.QUERY_DEADLINE_EXCEEDED, "The deadline passed before the start.");
    } else if (link == null || !link.connectionId().equals(command.target().connectionId())) {
      fail(command, ErrorCode.AGENT_LINK_LOST, "The agent has just gone. Ask again.");
    } else if (link.inFlight().get() >= config.maxInFlight()) {
      fail(command, ErrorCode.AGENT_BUSY, "Too many statements run on this agent. Ask again soon.");
    } else {
      send(command, link, left);
    }
  }

  private void send(ExecuteCommand command, AgentLink link, long left) {
    Execution execution =
        new Execution(
            command.queryId(),
            link,
            command.replyTo(),
            new AtomicLong(command.credit()),
            command.deadlineEpochMillis());
    if (!executions.begin(execution)) {
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
            command.questionId()));
    if (!link.isReady()) {
      executions.closed(link); // it closed between look-up and begin, so nobody else would say so
    }
  }

  private void fail(ExecuteCommand command, ErrorCode code, String message) {
    replies.fail(command.replyTo(), command.queryId(), code, message);
  }
}
