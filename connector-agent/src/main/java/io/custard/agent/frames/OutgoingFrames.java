package io.custard.agent.frames;

import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.RowsFrame;
import io.vertx.core.Future;

/**
 * Sends on one link, in the order of the calls. The future completes when the frame has left, which
 * is how a slow gateway slows its senders; it fails when the link is gone.
 */
public interface OutgoingFrames {
  Future<Void> send(AgentFrame frame);

  Future<Void> send(RowsFrame rows);
}
