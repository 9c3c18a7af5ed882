package io.custard.connection.key;

import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.tenant.Tenant;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/v1/connections/{id}/keys}: at most two valid ones, so that they can be changed. */
@Path("/api/v1/connections/{id}/keys")
@Authenticated
public class KeyResource {
  private final ManageKeys keys;
  private final Tenant tenant;
  private final ConnectionPath path;

  KeyResource(ManageKeys keys, Tenant tenant, ConnectionPath path) {
    this.keys = keys;
    this.tenant = tenant;
    this.path = path;
  }

  @GET
  public Uni<KeyView.Page> list(@PathParam("id") String id) {
    return keys.list(path.read(id));
  }

  @POST
  @ResponseStatus(201)
  public Uni<CreatedKey> create(@PathParam("id") String id) {
    return keys.create(path.read(id), tenant.caller());
  }

  /** Also succeeds when the key was revoked before. */
  @DELETE
  @Path("{key_id}")
  public Uni<Void> revoke(@PathParam("id") String id, @PathParam("key_id") String keyId) {
    return keys.revoke(path.read(id), keyId, tenant.caller());
  }
}
