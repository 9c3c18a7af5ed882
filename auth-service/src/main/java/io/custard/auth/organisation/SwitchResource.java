package io.custard.auth.organisation;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.auth.member.IdPath;
import io.custard.auth.session.SessionCookies;
import io.custard.auth.session.SignedIn;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code POST /api/v1/auth/switch-organisation}. */
@Path("/api/v1/auth/switch-organisation")
public class SwitchResource {
  private final SwitchOrganisation change;
  private final CurrentCaller current;

  SwitchResource(SwitchOrganisation change, CurrentCaller current) {
    this.change = change;
    this.current = current;
  }

  /** Answers as a log-in does; the refresh token before is used up. */
  @POST
  @Needs(Permission.ORGANISATION_SWITCH)
  public Uni<RestResponse<SignedIn>> to(@NotNull @Valid Switch wanted) {
    return change
        .to(IdPath.organisation(wanted.organisationId()), current.get())
        .map(SessionCookies::answer);
  }
}
