package io.custard.connection.registry;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import java.util.Objects;

/**
 * A connection together with the organisation that asks for it. Storage takes only this, so that
 * the tenant is in every query; holding one proves nothing until a query has found it.
 */
public record OwnedConnection(OrganisationId organisation, ConnectionId id) {
  public OwnedConnection {
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(id);
  }
}
