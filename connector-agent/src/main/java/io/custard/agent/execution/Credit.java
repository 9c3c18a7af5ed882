package io.custard.agent.execution;

import io.custard.protocol.agent.AgentProtocol;

/** Bytes of rows that may still be sent. More than the protocol's bound never piles up. */
final class Credit {
  private long open;

  Credit(long initial) {
    add(initial);
  }

  void add(long bytes) {
    if (bytes > 0) {
      long room = AgentProtocol.MAX_OPEN_CREDIT - open;
      open += Math.min(bytes, room);
    }
  }

  /** Takes the bytes if all of them are there. */
  boolean take(long bytes) {
    if (bytes > open) {
      return false;
    }
    open -= bytes;
    return true;
  }
}
