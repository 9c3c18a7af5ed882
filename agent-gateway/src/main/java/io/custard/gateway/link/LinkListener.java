package io.custard.gateway.link;

import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.RowsFrame;

/** Who wants to know what agents send. Called on the link's event loop; must not block. */
public interface LinkListener {

  /** The link stands and was welcomed. */
  default void welcomed(AgentLink link) {}

  /** A control frame came. */
  default void received(AgentLink link, AgentFrame frame) {}

  /** Rows came; {@code bytes} is the whole frame. */
  default void received(AgentLink link, RowsFrame rows, byte[] bytes) {}

  /** The socket is closed; nothing more will come. */
  default void closed(AgentLink link) {}
}
