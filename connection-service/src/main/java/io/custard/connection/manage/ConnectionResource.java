package io.custard.connection.manage;

import io.custard.connection.manage.ConnectionView.Page;
import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.tenant.Tenant;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/v1/connections}: the connections of the caller's organisation. */
@Path("/api/v1/connections")
@Authenticated
public class ConnectionResource {
  private final ManageConnections connections;
  private final Tenant tenant;
  private final ConnectionPath path;

  ConnectionResource(ManageConnections connections, Tenant tenant, ConnectionPath path) {
    this.connections = connections;
    this.tenant = tenant;
    this.path = path;
  }

  @POST
  @ResponseStatus(201)
  public Uni<CreatedConnection> create(@NotNull @Valid NewConnection wanted) {
    return connections.create(tenant.caller(), wanted);
  }

  @GET
  public Uni<Page> list() {
    return connections.list(tenant.organisation());
  }

  @GET
  @Path("{id}")
  public Uni<ConnectionView> show(@PathParam("id") String id) {
    return connections.show(path.read(id));
  }

  /** What the body leaves out stays as it is. */
  @PATCH
  @Path("{id}")
  public Uni<ConnectionView> change(
      @PathParam("id") String id, @NotNull @Valid ConnectionChange change) {
    return connections.change(path.read(id), change, tenant.caller());
  }

  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@PathParam("id") String id) {
    return connections.delete(path.read(id), tenant.caller());
  }
}
