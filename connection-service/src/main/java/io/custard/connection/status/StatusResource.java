package io.custard.connection.status;

import io.custard.connection.registry.ConnectionPath;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /api/v1/connections/{id}/status}. */
@Path("/api/v1/connections/{id}/status")
@Authenticated
public class StatusResource {
  private final StatusTable status;
  private final ConnectionPath path;

  StatusResource(StatusTable status, ConnectionPath path) {
    this.status = status;
    this.path = path;
  }

  @GET
  public Uni<ConnectionStatus> status(@PathParam("id") String id) {
    return status.one(path.read(id));
  }
}
