package io.custard.auth.signup;

import io.custard.access.Open;
import io.custard.auth.link.FollowedLink;
import io.custard.auth.member.EmailOnly;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /api/v1/auth}: from nobody to somebody. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
public class SignUpResource {
  private final AskForAccount ask;
  private final VerifyEmail verify;
  private final Limits limits;
  private final Visitor visitor;
  private final Outbox outbox;

  SignUpResource(
      AskForAccount ask, VerifyEmail verify, Limits limits, Visitor visitor, Outbox outbox) {
    this.ask = ask;
    this.verify = verify;
    this.limits = limits;
    this.visitor = visitor;
    this.outbox = outbox;
  }

  /** The answer to every sign-up. */
  record Asked(String status) {
    static final Asked SENT = new Asked("verification_sent");
  }

  @POST
  @Path("signup")
  @ResponseStatus(202)
  @Open("Anybody may sign up.")
  public Uni<Asked> signUp(@NotNull @Valid SignUp wanted) {
    return ask.ask(wanted, visitor.address()).replaceWith(Asked.SENT);
  }

  @POST
  @Path("resend-verification")
  @ResponseStatus(202)
  @Open("Nobody is logged in before their e-mail is verified.")
  public Uni<Asked> resend(@NotNull @Valid EmailOnly person) {
    return ask.askAgain(person.email(), visitor.address()).replaceWith(Asked.SENT);
  }

  @POST
  @Path("verify-email")
  @Open("The token of the mailed link says who it is.")
  public Uni<RestResponse<SignedIn>> verify(@NotNull @Valid FollowedLink followed) {
    Client client = Client.of(visitor, followed.inBrowser());
    return limits
        .take(Action.VERIFY, visitor.address(), followed.token())
        .chain(() -> verify.verify(followed.token(), client))
        .invoke(outbox::kick)
        .map(SessionCookies::answer);
  }
}
