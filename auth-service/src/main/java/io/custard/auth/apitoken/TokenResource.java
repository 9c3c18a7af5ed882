package io.custard.auth.apitoken;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.access.PersonalToken;
import io.custard.auth.identity.ApiToken;
import io.custard.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/auth/tokens}: the caller's API tokens of the organisation they are in. */
@Path("/api/v1/auth/tokens")
public class TokenResource {
  private final ApiTokens tokens;
  private final LastUses uses;
  private final CurrentCaller current;
  private final Outbox outbox;

  TokenResource(ApiTokens tokens, LastUses uses, CurrentCaller current, Outbox outbox) {
    this.tokens = tokens;
    this.uses = uses;
    this.current = current;
    this.outbox = outbox;
  }

  @GET
  @Needs(Permission.API_TOKEN_READ)
  public Uni<TokenView.Page> list() {
    return tokens.of(current.get()).chain(this::withUses);
  }

  /** The token itself is in this answer and nowhere else. */
  @POST
  @ResponseStatus(201)
  @Needs(Permission.API_TOKEN_CREATE)
  public Uni<TokenView.Created> create(@NotNull @Valid NewToken wanted) {
    PersonalToken drawn = PersonalToken.draw();
    return tokens
        .make(current.get(), wanted, drawn)
        .invoke(outbox::kick)
        .map(made -> TokenView.Created.of(made, drawn.reveal()));
  }

  @DELETE
  @Path("{tokenId}")
  @Needs(Permission.API_TOKEN_REVOKE)
  public Uni<Void> revoke(@RestPath String tokenId) {
    return tokens
        .revoke(current.get(), tokenId)
        .invoke(outbox::kick)
        .chain(() -> uses.forget(tokenId));
  }

  private Uni<TokenView.Page> withUses(List<ApiToken> found) {
    return uses.of(found.stream().map(ApiToken::tokenId).toList())
        .map(used ->
            new TokenView.Page(found.stream().map(one -> TokenView.of(one, used)).toList(), null));
  }
}
