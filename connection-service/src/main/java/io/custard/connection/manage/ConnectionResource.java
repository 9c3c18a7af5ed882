package io.custard.connection.manage;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.manage.ConnectionView.Page;
import io.custard.connection.registry.ConnectionPath;
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
public class ConnectionResource {
  private final ManageConnections connections;
  private final CurrentCaller caller;
  private final ConnectionPath path;

  ConnectionResource(ManageConnections connections, CurrentCaller caller, ConnectionPath path) {
    this.connections = connections;
    this.caller = caller;
    this.path = path;
  }

  @POST
  @Needs(Permission.CONNECTION_CREATE)
  @ResponseStatus(201)
  public Uni<CreatedConnection> create(@NotNull @Valid NewConnection wanted) {
    return connections.create(caller.get(), wanted);
  }

  @GET
  @Needs(Permission.CONNECTION_LIST)
  public Uni<Page> list() {
    return connections.list(caller.get());
  }

  @GET
  @Needs(Permission.CONNECTION_READ)
  @Path("{id}")
  public Uni<ConnectionView> show(@PathParam("id") String id) {
    return connections.show(path.read(id), caller.get());
  }

  /** What the body leaves out stays as it is. */
  @PATCH
  @Needs(Permission.CONNECTION_CHANGE)
  @Path("{id}")
  public Uni<ConnectionView> change(
      @PathParam("id") String id, @NotNull @Valid ConnectionChange change) {
    return connections.change(path.read(id), change, caller.get());
  }

  @DELETE
  @Needs(Permission.CONNECTION_DELETE)
  @Path("{id}")
  public Uni<Void> delete(@PathParam("id") String id) {
    return connections.delete(path.read(id), caller.get());
  }
}
