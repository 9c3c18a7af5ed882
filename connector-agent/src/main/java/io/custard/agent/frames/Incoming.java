package io.custard.agent.frames;

import io.custard.protocol.QueryId;
import io.custard.protocol.agent.GatewayFrame;
import java.util.Optional;

/** What a text from the gateway turned out to be. */
public sealed interface Incoming {
  /** A frame of this build. */
  record Known(GatewayFrame frame) implements Incoming {}

  /**
   * JSON that is no frame of this build: an unknown type, or a value that is newer than it. Whoever
   * sent it waits for an answer that names what it asked for.
   *
   * @param queryId of the statement asked for
   * @param discoveryId of the schema asked for
   */
  record Unreadable(Optional<QueryId> queryId, Optional<String> discoveryId) implements Incoming {}

  /** No JSON at all. */
  record Noise() implements Incoming {}
}
