package io.custard.connection.audit;

import io.custard.connection.tenant.Caller;
import io.custard.protocol.ConnectionId;
import java.util.Map;
import java.util.Objects;

/**
 * Something that was done with a connection.
 *
 * @param action {@code area.deed}
 * @param details short, no secrets
 */
public record Deed(Caller by, ConnectionId connection, String action, Map<String, String> details) {
  public Deed {
    Objects.requireNonNull(by);
    Objects.requireNonNull(connection);
    Objects.requireNonNull(action);
    details = Map.copyOf(details);
  }
}
