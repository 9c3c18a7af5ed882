package io.custard.auth.account;

import io.custard.auth.token.Bearer;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/v1/auth}: the only addresses that take a password. */
@Path("/api/v1/auth")
public class AccountResource {
  private final SignInPerson signIn;
  private final ShowProfile showProfile;
  private final Bearer bearer;

  AccountResource(SignInPerson signIn, ShowProfile showProfile, Bearer bearer) {
    this.signIn = signIn;
    this.showProfile = showProfile;
    this.bearer = bearer;
  }

  @POST
  @Path("signup")
  @ResponseStatus(201)
  public Uni<SignedIn> signUp(@NotNull @Valid SignUp signUp) {
    return signIn.open(signUp);
  }

  @POST
  @Path("login")
  public Uni<SignedIn> logIn(@NotNull @Valid LogIn logIn) {
    return signIn.enter(logIn);
  }

  @GET
  @Path("profile")
  @Authenticated
  public Uni<Profile> profile() {
    return showProfile.of(bearer);
  }
}
