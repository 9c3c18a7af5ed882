package io.custard.auth.login;

import io.custard.access.Open;
import io.custard.auth.ratelimit.Visitor;
import io.custard.auth.session.Client;
import io.custard.auth.session.SessionCookies;
import io.custard.auth.session.SignedIn;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code POST /api/v1/auth/login}. */
@Path("/api/v1/auth/login")
@Produces(MediaType.APPLICATION_JSON)
public class LogInResource {
  private final LogInPerson person;
  private final Visitor visitor;

  LogInResource(LogInPerson person, Visitor visitor) {
    this.person = person;
    this.visitor = visitor;
  }

  @POST
  @Open("Nobody is logged in before.")
  public Uni<RestResponse<SignedIn>> logIn(@NotNull @Valid LogIn logIn) {
    return person.logIn(logIn, Client.of(visitor, logIn.inBrowser())).map(SessionCookies::answer);
  }
}
