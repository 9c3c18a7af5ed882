package io.custard.query.connection;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.Exposure;
import io.custard.protocol.OrganisationId;
import java.util.List;
import java.util.Objects;

/**
 * A connection that may be asked.
 *
 * @param requireCleanRole whether its owner wants statements refused on an over-privileged role
 * @param allowedFunctions of the database's owner, that statements may call
 * @param exposure what a model may see; the agent's own policy may allow less
 */
public record Connection(
    ConnectionId id,
    OrganisationId organisationId,
    String name,
    String dialect,
    boolean requireCleanRole,
    List<String> allowedFunctions,
    Exposure exposure) {
  public Connection {
    Objects.requireNonNull(id);
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(name);
    Objects.requireNonNull(dialect);
    allowedFunctions = List.copyOf(allowedFunctions);
    Objects.requireNonNull(exposure);
  }
}
