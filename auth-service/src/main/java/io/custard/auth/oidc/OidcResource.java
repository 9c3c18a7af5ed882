package io.custard.auth.oidc;

import io.custard.access.Open;
import io.custard.auth.provider.Provider;
import io.custard.auth.provider.Providers;
import io.custard.auth.ratelimit.Visitor;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/auth/oidc}: log-in by a provider. A browser goes through these addresses, so all
 * but an unknown provider and a limit is told to the web app: in the fragment of its page.
 */
@Path("/api/v1/auth/oidc")
@Produces(MediaType.APPLICATION_JSON)
public class OidcResource {
  private final Providers providers;
  private final StartFlow start;
  private final ComeBack comeBack;
  private final Redirects redirects;
  private final Visitor visitor;

  OidcResource(
      Providers providers,
      StartFlow start,
      ComeBack comeBack,
      Redirects redirects,
      Visitor visitor) {
    this.providers = providers;
    this.start = start;
    this.comeBack = comeBack;
    this.redirects = redirects;
    this.visitor = visitor;
  }

  @GET
  @Open("A log-in page shows them.")
  public Uni<ProviderView.Page> list() {
    List<ProviderView> all = providers.all().stream().map(ProviderView::of).toList();
    return Uni.createFrom().item(new ProviderView.Page(all, null));
  }

  @GET
  @Path("{provider}/start")
  @Open("Nobody is logged in before.")
  public Uni<RestResponse<Void>> start(
      @RestPath String provider,
      @RestQuery("return_to") @Nullable @Size(max = ReturnTo.LONGEST) String returnTo) {
    return start
        .logIn(provider, ReturnTo.of(returnTo), visitor.address())
        .map(redirects::toProvider)
        .onFailure(ErrorCode.AUTH_OIDC_FAILED::isOf)
        .recoverWithItem(redirects::providerAway);
  }

  @GET
  @Path("{provider}/callback")
  @Open("What the provider says, with the cookie of the browser that was sent there, says who.")
  public Uni<RestResponse<Void>> callback(
      @RestPath String provider,
      @RestQuery @Nullable @Size(max = 4096) String code,
      @RestQuery @Nullable @Size(max = 200) String state,
      @RestQuery("iss") @Nullable @Size(max = 500) String issuer) {
    Provider known = providers.require(provider);
    CameBack back = new CameBack(OidcCookie.read(visitor), state, code, issuer);
    return comeBack.from(known, back, visitor).map(redirects::after);
  }
}
