package io.custard.query.model;

import io.custard.access.Needs;
import io.custard.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** {@code /api/v1/models}: what questions may be asked of. */
@Path("/api/v1/models")
public class ModelResource {
  private final Models models;

  ModelResource(Models models) {
    this.models = models;
  }

  @GET
  @Needs(Permission.QUERY_ASK)
  public Uni<ModelView.Page> list() {
    return Uni.createFrom().item(() -> ModelView.Page.of(models));
  }
}
