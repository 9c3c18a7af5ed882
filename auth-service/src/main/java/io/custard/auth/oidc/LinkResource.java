package io.custard.auth.oidc;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** {@code /api/v1/auth/login-links}: the outside log-ins linked with the caller's account. */
@Path("/api/v1/auth/login-links")
@Produces(MediaType.APPLICATION_JSON)
public class LinkResource {
  private final OwnLinks own;
  private final StartFlow start;
  private final CurrentCaller current;

  LinkResource(OwnLinks own, StartFlow start, CurrentCaller current) {
    this.own = own;
    this.start = start;
    this.current = current;
  }

  @GET
  @Needs(Permission.LOGIN_LINK_READ)
  public Uni<LinkView.Page> list() {
    return own.list(current.get());
  }

  /** The browser goes to the address of the answer, with the cookie of the answer. */
  @POST
  @Needs(Permission.LOGIN_LINK_CHANGE)
  public Uni<RestResponse<LinkView.Begun>> begin(@NotNull @Valid NewLink wanted) {
    return start.link(current.get(), wanted).map(LinkResource::begun);
  }

  @DELETE
  @Path("{linkId}")
  @Needs(Permission.LOGIN_LINK_CHANGE)
  public Uni<Void> remove(@RestPath String linkId) {
    return own.remove(current.get(), linkId);
  }

  private static RestResponse<LinkView.Begun> begun(StartFlow.Started started) {
    return ResponseBuilder.ok(new LinkView.Begun(started.address().toString()))
        .header("Set-Cookie", OidcCookie.of(started.handshake()))
        .header("Cache-Control", "no-store")
        .build();
  }
}
