package io.custard.connection.grant;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.registry.ConnectionPath;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /api/v1/connections/{id}/grants}: levels of single people, in place of their role's. */
@Path("/api/v1/connections/{id}/grants")
public class GrantResource {
  private final ManageGrants grants;
  private final CurrentCaller caller;
  private final ConnectionPath path;

  GrantResource(ManageGrants grants, CurrentCaller caller, ConnectionPath path) {
    this.grants = grants;
    this.caller = caller;
    this.path = path;
  }

  @GET
  @Needs(Permission.GRANT_READ)
  public Uni<GrantView.Page> list(@PathParam("id") String id) {
    return grants.list(path.read(id));
  }

  /** In place of what the person had before. */
  @PUT
  @Path("{user_id}")
  @Needs(Permission.GRANT_CHANGE)
  public Uni<GrantView> put(
      @PathParam("id") String id,
      @PathParam("user_id") String user,
      @NotNull @Valid WantedGrant wanted) {
    return grants.put(path.read(id), user, wanted, caller.get());
  }

  /** Also succeeds when there is none. */
  @DELETE
  @Path("{user_id}")
  @Needs(Permission.GRANT_CHANGE)
  public Uni<Void> remove(@PathParam("id") String id, @PathParam("user_id") String user) {
    return grants.remove(path.read(id), user, caller.get());
  }
}
