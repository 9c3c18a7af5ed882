package io.custard.agent.link;

import io.custard.agent.execution.Executions;
import io.custard.agent.frames.Incoming;
import io.custard.agent.health.HealthReporter;
import io.custard.agent.schema.Discovery;
import io.custard.problem.ErrorCode;
import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.Drain;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.GatewayFrame;
import io.custard.protocol.agent.Probe;
import io.custard.protocol.agent.Refused;
import io.custard.protocol.agent.Welcome;

/** What the gateway's frames set in motion once the link stands. */
public record LinkWork(Executions executions, Discovery discovery, HealthReporter health) {
  private static final String LEAVING =
      "The agent is about to stop or to change its gateway; ask again.";
  private static final String TOO_NEW =
      "The agent does not understand a part of the request; update the agent.";

  /** Handles a frame; greeting, refusal and drain are the link's own business. */
  void received(GatewayFrame frame, LinkSocket link) {
    switch (frame) {
      case Execute execute -> execute(execute, link);
      case Credit credit -> executions.credit(credit.queryId(), credit.bytes(), link);
      case Cancel cancel -> executions.cancel(cancel.queryId(), link);
      case Discover discover -> discover(discover, link);
      case Probe probe -> health.answer(probe, link, link.isLeaving());
      case Welcome welcome -> {}
      case Refused refused -> {}
      case Drain drain -> {}
    }
  }

  private void execute(Execute execute, LinkSocket link) {
    if (link.isLeaving()) {
      executions.refuse(execute.queryId(), ErrorCode.AGENT_DRAINING, LEAVING, link);
    } else {
      executions.execute(execute, link);
    }
  }

  private void discover(Discover discover, LinkSocket link) {
    if (link.isLeaving()) {
      discovery.refuse(discover.discoveryId(), ErrorCode.AGENT_DRAINING, LEAVING, link);
    } else {
      discovery.run(discover, link);
    }
  }

  /** Whoever asked for what this build cannot read is told so, and does not wait in vain. */
  void unreadable(Incoming.Unreadable frame, LinkSocket link) {
    ErrorCode code = ErrorCode.AGENT_PROTOCOL_UNSUPPORTED;
    frame.queryId().ifPresent(id -> executions.refuse(id, code, TOO_NEW, link));
    frame.discoveryId().ifPresent(id -> discovery.refuse(id, code, TOO_NEW, link));
  }

  /** The link is gone: stops what it asked for, in the database too. */
  void abandon(LinkSocket link) {
    executions.abandon(link);
    discovery.abandon(link);
  }
}
