package io.custard.agent.link;

import io.custard.agent.execution.Executions;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.agent.health.HealthReporter;
import io.custard.agent.schema.Discovery;
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

  /** Handles a frame; greeting and refusal are the link's own business. */
  void received(GatewayFrame frame, OutgoingFrames out) {
    switch (frame) {
      case Execute execute -> executions.execute(execute, out);
      case Credit credit -> executions.credit(credit.queryId(), credit.bytes());
      case Cancel cancel -> executions.cancel(cancel.queryId());
      case Discover discover -> discovery.run(discover.discoveryId(), out);
      case Welcome welcome -> {}
      case Refused refused -> {}
      case Probe probe -> {}
      case Drain drain -> {}
    }
  }
}
