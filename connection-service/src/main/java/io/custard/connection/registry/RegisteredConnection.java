package io.custard.connection.registry;

import io.custard.access.OpenTo;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.Exposure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A connection as stored, without its keys. */
public record RegisteredConnection(
    ConnectionId id,
    String name,
    String dialect,
    Instant createdAt,
    boolean requireCleanRole,
    List<String> allowedFunctions,
    OpenTo openTo,
    Exposure exposure) {
  public RegisteredConnection {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(dialect);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(openTo);
    Objects.requireNonNull(exposure);
    allowedFunctions = List.copyOf(allowedFunctions);
  }
}
