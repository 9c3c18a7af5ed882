package io.custard.connection.manage;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Knows which connections have an agent at this moment. */
public interface LinkedConnections {
  Uni<Set<ConnectionId>> of(OrganisationId organisation);
}
