package io.custard.auth.organisation;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/v1/organisations}: those of the caller, and the one they are in at present. */
@Path("/api/v1/organisations")
public class OrganisationResource {
  private final Organisations organisations;
  private final EndOrganisation end;
  private final CurrentCaller current;
  private final Outbox outbox;

  OrganisationResource(
      Organisations organisations, EndOrganisation end, CurrentCaller current, Outbox outbox) {
    this.organisations = organisations;
    this.end = end;
    this.current = current;
    this.outbox = outbox;
  }

  @GET
  @Needs(Permission.ORGANISATION_LIST)
  public Uni<OrganisationView.Page> list() {
    return organisations.of(current.get()).map(all -> new OrganisationView.Page(all, null));
  }

  @POST
  @ResponseStatus(201)
  @Needs(Permission.ORGANISATION_CREATE)
  public Uni<OrganisationView> create(@NotNull @Valid OrganisationName wanted) {
    return organisations.found(current.get(), wanted.name()).invoke(outbox::kick);
  }

  @GET
  @Path("current")
  @Needs(Permission.ORGANISATION_SHOW)
  public Uni<OrganisationView> show() {
    return organisations.current(current.get());
  }

  @PATCH
  @Path("current")
  @Needs(Permission.ORGANISATION_CHANGE)
  public Uni<OrganisationView> rename(@NotNull @Valid OrganisationName wanted) {
    return organisations.rename(current.get(), wanted.name()).invoke(outbox::kick);
  }

  /** The body holds the organisation's name, typed by the owner. */
  @DELETE
  @Path("current")
  @Needs(Permission.ORGANISATION_DELETE)
  public Uni<Void> delete(@NotNull @Valid OrganisationName typed) {
    return end.delete(current.get(), typed.name()).invoke(outbox::kick);
  }

  @POST
  @Path("current/leave")
  @Needs(Permission.ORGANISATION_LEAVE)
  public Uni<Void> leave() {
    return end.leave(current.get()).invoke(outbox::kick);
  }
}
