package io.custard.connection.status;

import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.registry.ConnectionPath;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /api/v1/connections/{id}/status}. */
@Path("/api/v1/connections/{id}/status")
public class StatusResource {
  private final StatusTable status;
  private final ConnectionPath path;

  StatusResource(StatusTable status, ConnectionPath path) {
    this.status = status;
    this.path = path;
  }

  @GET
  @Needs(Permission.CONNECTION_READ)
  public Uni<ConnectionStatus> status(@PathParam("id") String id) {
    return status.one(path.read(id));
  }
}
