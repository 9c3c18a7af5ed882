package io.custard.auth.invitation;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.auth.member.IdPath;
import io.custard.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/organisations/current/invitations}: of the organisation the caller is in. */
@Path("/api/v1/organisations/current/invitations")
public class InvitationResource {
  private final Invitations invitations;
  private final CurrentCaller current;
  private final Outbox outbox;

  InvitationResource(Invitations invitations, CurrentCaller current, Outbox outbox) {
    this.invitations = invitations;
    this.current = current;
    this.outbox = outbox;
  }

  @GET
  @Needs(Permission.INVITATION_READ)
  public Uni<InvitationView.Page> list() {
    return invitations
        .of(current.get().organisationId())
        .map(all -> new InvitationView.Page(all, null));
  }

  @POST
  @ResponseStatus(201)
  @Needs(Permission.INVITATION_CREATE)
  public Uni<InvitationView> invite(@NotNull @Valid NewInvitation wanted) {
    return invitations.invite(current.get(), wanted).invoke(outbox::kick);
  }

  @DELETE
  @Path("{invitationId}")
  @Needs(Permission.INVITATION_REVOKE)
  public Uni<Void> revoke(@RestPath String invitationId) {
    return invitations.revoke(current.get(), IdPath.invitation(invitationId)).invoke(outbox::kick);
  }
}
