package io.custard.query.connection;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import java.util.Objects;

/**
 * A connection that may be asked.
 *
 * @param requireCleanRole whether its owner wants statements refused on an over-privileged role
 */
public record Connection(
    ConnectionId id,
    OrganisationId organisationId,
    String name,
    String dialect,
    boolean requireCleanRole) {
  public Connection {
    Objects.requireNonNull(id);
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(name);
    Objects.requireNonNull(dialect);
  }
}
