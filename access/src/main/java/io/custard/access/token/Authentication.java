package io.custard.access.token;

import io.custard.access.Caller;
import io.custard.access.CsrfRule;
import io.custard.access.view.IdentityView;
import io.custard.access.view.KnownToken;
import io.custard.access.view.Standing;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** From what a request shows to who sent it: verified, not revoked, and proved to be our page. */
@ApplicationScoped
public class Authentication {
  private final IdentityProviderManager verifier;
  private final IdentityView view;
  private final TokenUse use;

  Authentication(IdentityProviderManager verifier, IdentityView view, TokenUse use) {
    this.verifier = verifier;
    this.view = view;
    this.use = use;
  }

  /**
   * The parts of a request that count beside the token.
   *
   * @param changes false: its method changes nothing
   * @param csrf and {@code fetchSite}: the headers that {@link CsrfRule} asks for
   */
  public record Around(
      boolean changes,
      @Nullable String csrf,
      @Nullable String fetchSite,
      @Nullable String address) {}

  /** Fails with a code of {@code AUTH_…}, or with {@code UPSTREAM_UNAVAILABLE}. */
  public Uni<Caller> caller(Shown shown, Around around) {
    return switch (shown) {
      case Shown.AccessToken token -> verified(token.text()).chain(it -> known(it, around));
      case Shown.BrowserToken token ->
          verified(token.text())
              .invoke(claims -> proved(claims, around))
              .chain(claims -> known(claims, around));
      case Shown.ApiToken api -> apiToken(api, around);
    };
  }

  /** Whether who opened a stream some time ago might still open it. */
  public Uni<Boolean> isStillGood(Caller caller) {
    return switch (caller.credential()) {
      case Caller.Session session ->
          standing(caller, session.sessionId())
              .map(standing ->
                  standing.accepts(session.issuedAt())
                      && standing.atMost(caller.role()) == caller.role());
      case Caller.ApiToken api ->
          view.token(api.tokenId())
              .map(token -> !token.revoked())
              .chain(good -> standing(caller, null).map(standing -> good && standing.isIn()));
    };
  }

  private Uni<Standing> standing(Caller caller, @Nullable UUID session) {
    return view.standing(caller.userId(), caller.organisationId(), session);
  }

  private Uni<Claims> verified(String token) {
    return verifier
        .authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(token)))
        .map(identity -> {
          if (identity != null && identity.getPrincipal() instanceof JsonWebToken verified) {
            return Claims.of(verified);
          }
          throw new CustardException(ErrorCode.AUTH_TOKEN_INVALID, "Log in again.");
        });
  }

  private static void proved(Claims claims, Around around) {
    if (around.changes()) {
      CsrfRule.require(claims.csrf(), around.csrf(), around.fetchSite());
    }
  }

  private Uni<Caller> known(Claims claims, Around around) {
    return view.standing(claims.user(), claims.organisation(), claims.session().sessionId())
        .map(standing -> {
          if (!standing.accepts(claims.session().issuedAt())) {
            throw revoked("The log-in was ended; log in again.");
          }
          return claims.caller(standing.atMost(claims.role()), around.address());
        });
  }

  private Uni<Caller> apiToken(Shown.ApiToken shown, Around around) {
    return view.token(shown.token().id())
        .invoke(known -> refuseBad(shown, known))
        .chain(known ->
            view.standing(known.userId(), known.organisationId(), null)
                .map(standing -> caller(shown.token().id(), known, standing, around)))
        .invoke(caller -> use.tell(shown.token().id()));
  }

  private static void refuseBad(Shown.ApiToken shown, KnownToken known) {
    if (!shown.token().matches(known.secretSha256())) {
      throw new CustardException(
          ErrorCode.AUTH_TOKEN_INVALID, "There is no such API token; make another.");
    }
    if (known.revoked() || !Instant.now().isBefore(known.expiresAt())) {
      throw revoked("The API token was revoked or ran out; make another.");
    }
  }

  private static Caller caller(String tokenId, KnownToken known, Standing standing, Around around) {
    if (!standing.isIn() || known.role().isEmpty()) {
      throw revoked("Whose token this is may use it no more.");
    }
    Standing.Person person = standing.person();
    return new Caller(
        known.userId(),
        known.organisationId(),
        standing.atMost(known.role().get()),
        person == null ? known.userId().toString() : person.email(),
        false,
        new Caller.ApiToken(tokenId, known.scopes()),
        known.expiresAt(),
        around.address());
  }

  private static CustardException revoked(String detail) {
    return new CustardException(ErrorCode.AUTH_TOKEN_REVOKED, detail);
  }
}
