package io.custard.query.connection;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import java.util.Objects;

/** A connection that may be asked. */
public record Connection(
    ConnectionId id, OrganisationId organisationId, String name, String dialect) {
  public Connection {
    Objects.requireNonNull(id);
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(name);
    Objects.requireNonNull(dialect);
  }
}
