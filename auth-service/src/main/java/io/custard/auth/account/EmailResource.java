package io.custard.auth.account;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Open;
import io.custard.access.Permission;
import io.custard.auth.link.FollowedLink;
import io.custard.auth.ratelimit.Visitor;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/v1/auth}: another e-mail for an account. */
@Path("/api/v1/auth")
public class EmailResource {
  private final ChangeEmail change;
  private final CurrentCaller current;
  private final Visitor visitor;

  EmailResource(ChangeEmail change, CurrentCaller current, Visitor visitor) {
    this.change = change;
    this.current = current;
    this.visitor = visitor;
  }

  @POST
  @Path("change-email")
  @ResponseStatus(202)
  @Needs(Permission.EMAIL_CHANGE)
  public Uni<MailSent> change(@NotNull @Valid PasswordForms.NewEmail wanted) {
    return change.ask(current.get(), wanted).replaceWith(MailSent.IF_KNOWN);
  }

  @POST
  @Path("confirm-email")
  @Open("The token of the mailed link says who it is.")
  public Uni<Void> confirm(@NotNull @Valid FollowedLink followed) {
    return change.confirm(followed.token(), visitor.address());
  }
}
