package io.custard.connection.drift;

import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.registry.Connections;
import io.custard.connection.registry.OwnedConnection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** {@code /api/v1/connections/{id}/schema/drift}: the last 50, newest first. */
@Path("/api/v1/connections/{id}/schema/drift")
public class DriftResource {
  private final Connections connections;
  private final DriftTable drifts;
  private final ConnectionPath path;

  DriftResource(Connections connections, DriftTable drifts, ConnectionPath path) {
    this.connections = connections;
    this.drifts = drifts;
    this.path = path;
  }

  @GET
  @Needs(Permission.SCHEMA_READ)
  public Uni<DriftView.Page> drift(
      @PathParam("id") String id,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(50) int limit) {
    OwnedConnection wanted = path.read(id);
    return connections
        .get(wanted)
        .chain(known -> drifts.newest(wanted, limit))
        .map(DriftView.Page::new);
  }
}
