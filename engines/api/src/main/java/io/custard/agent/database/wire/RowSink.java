package io.custard.agent.database.wire;

import io.netty.buffer.ByteBuf;

/** Takes rows as they arrive, on the connection's event loop. */
public interface RowSink {
  /** The body of one row; it is valid during the call only. */
  void row(ByteBuf body);

  /** A row was left out, as it is larger than may be held in memory. */
  void rowTooLarge();
}
