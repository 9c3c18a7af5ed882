package io.custard.auth.invitation;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.custard.auth.ratelimit.Visitor;
import io.custard.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** {@code POST /api/v1/organisations/join}. */
@Path("/api/v1/organisations/join")
public class JoinResource {
  private final EnterByInvitation enter;
  private final Limits limits;
  private final CurrentCaller current;
  private final Visitor visitor;
  private final Outbox outbox;

  JoinResource(
      EnterByInvitation enter,
      Limits limits,
      CurrentCaller current,
      Visitor visitor,
      Outbox outbox) {
    this.enter = enter;
    this.limits = limits;
    this.current = current;
    this.visitor = visitor;
    this.outbox = outbox;
  }

  /** For somebody who is logged in with the invited address. */
  @POST
  @Needs(Permission.INVITATION_ACCEPT)
  public Uni<Joining.Joined> join(@NotNull @Valid Joining wanted) {
    return limits
        .take(Action.VERIFY, visitor.address(), wanted.token())
        .chain(() -> enter.asMyself(wanted.token(), current.get()))
        .invoke(outbox::kick)
        .map(Joining.Joined::of);
  }
}
