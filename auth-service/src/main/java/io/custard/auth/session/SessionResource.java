package io.custard.auth.session;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Open;
import io.custard.access.Permission;
import io.custard.auth.ratelimit.Visitor;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/auth}: what becomes of a log-in. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  private final UseSession use;
  private final OwnSessions own;
  private final CurrentCaller current;
  private final Visitor visitor;

  SessionResource(UseSession use, OwnSessions own, CurrentCaller current, Visitor visitor) {
    this.use = use;
    this.own = own;
    this.current = current;
    this.visitor = visitor;
  }

  @POST
  @Path("refresh")
  @Open("Who has a refresh token shows it here, in the body or as a cookie.")
  public Uni<RestResponse<SignedIn>> refresh(@Nullable @Valid ShownToken shown) {
    return use.refresh(ShownToken.in(shown), visitor).map(SessionCookies::answer);
  }

  @POST
  @Path("logout")
  @Open("Any token of the session ends it, also when no other address takes it any more.")
  public Uni<RestResponse<Void>> logOut(@Nullable @Valid ShownToken shown) {
    return use.logOut(ShownToken.in(shown), visitor).replaceWith(SessionCookies::gone);
  }

  @POST
  @Path("logout-everywhere")
  @Needs(Permission.SESSION_END)
  public Uni<RestResponse<Void>> logOutEverywhere() {
    return own.endAll(current.get()).replaceWith(SessionCookies::gone);
  }

  @GET
  @Path("sessions")
  @Needs(Permission.SESSION_READ)
  public Uni<SessionView.Page> list() {
    return own.list(current.get());
  }

  @DELETE
  @Path("sessions/{sessionId}")
  @Needs(Permission.SESSION_END)
  public Uni<Void> end(@RestPath String sessionId) {
    return own.end(current.get(), sessionId);
  }
}
