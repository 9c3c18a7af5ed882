package io.custard.auth.oidc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A linked log-in as its person sees it.
 *
 * @param provider its name when it was linked
 * @param email as the provider said it last
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkView(
    UUID id,
    String provider,
    String issuer,
    @Nullable String email,
    Instant createdAt,
    Instant lastUsedAt) {

  static LinkView of(LoginLink link) {
    return new LinkView(
        link.id, link.provider, link.issuer, link.email, link.createdAt, link.usedAt);
  }

  /** All of one person: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<LinkView> items, @Nullable String nextCursor) {}

  /**
   * Where to send the browser, which got a cookie with this answer.
   *
   * @param authorizationUrl good for ten minutes, for this browser only
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Begun(String authorizationUrl) {
    @Override
    public String toString() {
      return "Begun[…]";
    }
  }
}
