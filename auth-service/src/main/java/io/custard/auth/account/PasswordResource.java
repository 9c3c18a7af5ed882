package io.custard.auth.account;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Open;
import io.custard.access.Permission;
import io.custard.auth.member.EmailOnly;
import io.custard.auth.password.PasswordRules;
import io.custard.auth.ratelimit.Visitor;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/v1/auth}: passwords that are forgotten or to be changed. */
@Path("/api/v1/auth")
public class PasswordResource {
  private final ForgotPassword forgot;
  private final NewPassword change;
  private final CurrentCaller current;
  private final Visitor visitor;

  PasswordResource(
      ForgotPassword forgot, NewPassword change, CurrentCaller current, Visitor visitor) {
    this.forgot = forgot;
    this.change = change;
    this.current = current;
    this.visitor = visitor;
  }

  @POST
  @Path("forgot-password")
  @ResponseStatus(202)
  @Open("Who forgot their password cannot log in.")
  public Uni<MailSent> forgot(@NotNull @Valid EmailOnly person) {
    return forgot.ask(person.email(), visitor.address()).replaceWith(MailSent.IF_KNOWN);
  }

  @POST
  @Path("reset-password")
  @Open("The token of the mailed link says who it is.")
  public Uni<Void> reset(@NotNull @Valid PasswordForms.Reset reset) {
    return forgot.reset(reset, visitor.address());
  }

  @POST
  @Path("change-password")
  @Needs(Permission.PASSWORD_CHANGE)
  public Uni<Void> change(@NotNull @Valid PasswordForms.Change wanted) {
    return change.change(current.get(), wanted);
  }

  @GET
  @Path("password-rules")
  @Open("Who signs up must know what a password has to be.")
  public PasswordForms.Rules rules() {
    return new PasswordForms.Rules(PasswordRules.SHORTEST, PasswordRules.LONGEST);
  }
}
