package io.custard.query.model.manage;

import io.custard.access.Caller;
import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.query.model.manage.TestModel.Tested;
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

/** {@code /api/v1/models}: what questions may be asked of. */
@Path("/api/v1/models")
public class ModelResource {
  private final ListModels models;
  private final ChangeModels changes;
  private final TestModel tests;
  private final CurrentCaller current;

  ModelResource(ListModels models, ChangeModels changes, TestModel tests, CurrentCaller current) {
    this.models = models;
    this.changes = changes;
    this.tests = tests;
    this.current = current;
  }

  /** The built-in translator, those of the installation, and those of the organisation. */
  @GET
  @Needs(Permission.MODEL_READ)
  public Uni<ModelView.Page> list() {
    return models.all(current.get()).map(views -> new ModelView.Page(views, null));
  }

  @GET
  @Needs(Permission.MODEL_READ)
  @Path("{name}")
  public Uni<ModelView> show(@PathParam("name") String name) {
    return models.one(current.get(), name);
  }

  @POST
  @Needs(Permission.MODEL_CHANGE)
  @ResponseStatus(201)
  public Uni<ModelView> add(@NotNull @Valid NewModel model) {
    Caller caller = current.get();
    return changes.add(caller, model).chain(() -> models.one(caller, model.name()));
  }

  /** What the body leaves out stays as it is. */
  @PATCH
  @Needs(Permission.MODEL_CHANGE)
  @Path("{name}")
  public Uni<ModelView> change(@PathParam("name") String name, @NotNull @Valid ModelChange change) {
    Caller caller = current.get();
    return changes.change(caller, name, change).chain(() -> models.one(caller, name));
  }

  @DELETE
  @Needs(Permission.MODEL_CHANGE)
  @Path("{name}")
  public Uni<Void> delete(@PathParam("name") String name) {
    return changes.delete(current.get(), name);
  }

  /** One tiny call, which takes a few tokens. */
  @POST
  @Needs(Permission.MODEL_CHANGE)
  @Path("{name}/test")
  public Uni<Tested> test(@PathParam("name") String name) {
    return tests.test(current.get(), name);
  }
}
