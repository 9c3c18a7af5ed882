package io.custard.gateway.watch;

import io.custard.gateway.command.CommandHandler;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.Links;
import io.custard.gateway.owner.LinkProbe;
import io.custard.problem.ErrorCode;
import io.custard.protocol.Capability;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Probed;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.Reply;
import io.custard.protocol.event.TestCommand;
import io.custard.protocol.event.TestedReply;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Tries an agent and its database when somebody asks for it. Agents that answer no probes are
 * answered for with their last report, which is a heartbeat old at most.
 */
@ApplicationScoped
class TestCommands implements CommandHandler {
  /** No test takes longer, whatever its deadline says. */
  private static final long MOST_MILLIS = 30_000;

  private final Links links;
  private final LinkProbe probe;
  private final MessageSender messages;

  TestCommands(Links links, LinkProbe probe, MessageSender messages) {
    this.links = links;
    this.probe = probe;
    this.messages = messages;
  }

  @Override
  public void handle(Command command) {
    if (command instanceof TestCommand test) {
      test(test);
    }
  }

  private void test(TestCommand test) {
    long left = test.deadlineEpochMillis() - System.currentTimeMillis();
    Optional<AgentLink> link = links.ready(test.target().connectionId(), test.target().linkId());
    if (left <= 0) {
      fail(test, ErrorCode.QUERY_DEADLINE_EXCEEDED, "The deadline passed before the start.");
    } else if (link.isEmpty()) {
      fail(test, ErrorCode.AGENT_LINK_LOST, "The agent has just gone. Ask again.");
    } else if (link.get().can(Capability.PROBE)) {
      ask(test, link.get(), Duration.ofMillis(Math.min(left, MOST_MILLIS)));
    } else {
      answer(test, link.get());
    }
  }

  private void ask(TestCommand test, AgentLink link, Duration within) {
    probe
        .ask(link, true, within)
        .subscribe()
        .with(
            probed -> answered(test, link, probed),
            silence -> fail(test, ErrorCode.QUERY_DEADLINE_EXCEEDED, "The agent does not answer."));
  }

  /** What it says was made clean when it came in, so the link's report is the one to tell. */
  private void answered(TestCommand test, AgentLink link, Probed probed) {
    if (probed.health() == null) {
      fail(test, ErrorCode.AGENT_DATABASE_UNAVAILABLE, "The agent did not try its database.");
    } else {
      answer(test, link);
    }
  }

  private void answer(TestCommand test, AgentLink link) {
    Health last = link.health().orElse(null);
    if (last == null) {
      fail(test, ErrorCode.AGENT_DATABASE_UNAVAILABLE, "The agent has not reported yet.");
    } else {
      reply(test, new TestedReply(test.testId(), test.replyTo().epoch(), last, null, null));
    }
  }

  private void fail(TestCommand test, ErrorCode code, String message) {
    reply(test, new TestedReply(test.testId(), test.replyTo().epoch(), null, code.name(), message));
  }

  private void reply(TestCommand test, TestedReply reply) {
    MessageSender.tell(
        messages.send(Topic.REPLIES, test.replyTo().partition(), Reply.class, reply),
        "Answer to a test");
  }
}
