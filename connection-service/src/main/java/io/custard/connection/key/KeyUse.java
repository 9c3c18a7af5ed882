package io.custard.connection.key;

import io.custard.protocol.ConnectionId;
import java.util.Objects;

/** A link that was opened with this key has been heard. */
public record KeyUse(ConnectionId connection, String keyId) {
  public KeyUse {
    Objects.requireNonNull(connection);
    Objects.requireNonNull(keyId);
  }
}
