package io.custard.gateway.key;

import io.custard.protocol.ConnectionId;

/** Who wants to know at once that the keys of a connection may have changed; must not block. */
public interface KeyListener {
  void changed(ConnectionId connectionId);
}
