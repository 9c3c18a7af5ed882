package io.custard.connection.key;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.audit.Actor;
import io.custard.connection.registry.ConnectionPath;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/v1/connections/{id}/keys}: at most two valid ones, so that they can be changed. */
@Path("/api/v1/connections/{id}/keys")
public class KeyResource {
  private final ManageKeys keys;
  private final CurrentCaller caller;
  private final ConnectionPath path;

  KeyResource(ManageKeys keys, CurrentCaller caller, ConnectionPath path) {
    this.keys = keys;
    this.caller = caller;
    this.path = path;
  }

  @GET
  @Needs(Permission.KEY_READ)
  public Uni<KeyView.Page> list(@PathParam("id") String id) {
    return keys.list(path.read(id));
  }

  @POST
  @Needs(Permission.KEY_CREATE)
  @ResponseStatus(201)
  public Uni<CreatedKey> create(@PathParam("id") String id) {
    return keys.create(path.read(id), Actor.of(caller.get()));
  }

  /** Also succeeds when the key was revoked before. */
  @DELETE
  @Needs(Permission.KEY_REVOKE)
  @Path("{key_id}")
  public Uni<Void> revoke(@PathParam("id") String id, @PathParam("key_id") String keyId) {
    return keys.revoke(path.read(id), keyId, Actor.of(caller.get()));
  }
}
