package io.custard.auth.invitation;

import io.custard.access.Open;
import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.custard.auth.ratelimit.Visitor;
import io.custard.auth.session.Client;
import io.custard.auth.session.SessionCookies;
import io.custard.auth.session.SignedIn;
import io.custard.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code POST /api/v1/auth/accept-invitation}. */
@Path("/api/v1/auth/accept-invitation")
public class AcceptanceResource {
  private final EnterByInvitation enter;
  private final Limits limits;
  private final Visitor visitor;
  private final Outbox outbox;

  AcceptanceResource(EnterByInvitation enter, Limits limits, Visitor visitor, Outbox outbox) {
    this.enter = enter;
    this.limits = limits;
    this.visitor = visitor;
    this.outbox = outbox;
  }

  /** For somebody without an account: who has one is asked to log in, and joins. */
  @POST
  @Open("The token of the mailed link says who it is.")
  public Uni<RestResponse<SignedIn>> accept(@NotNull @Valid Acceptance wanted) {
    Client client = Client.of(visitor, wanted.inBrowser());
    return limits
        .take(Action.VERIFY, visitor.address(), wanted.token())
        .chain(() -> enter.asNewPerson(wanted, client))
        .invoke(outbox::kick)
        .map(SessionCookies::answer);
  }
}
