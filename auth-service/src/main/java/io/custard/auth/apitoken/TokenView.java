package io.custard.auth.apitoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.auth.identity.ApiToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API token, as its owner sees it.
 *
 * @param lastUsedAt absent: never, or nobody knows
 */
@JsonNaming(SnakeCaseStrategy.class)
record TokenView(
    String id,
    String name,
    List<String> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {

  static TokenView of(ApiToken found, Map<String, Instant> used) {
    return new TokenView(
        found.tokenId(),
        found.name(),
        found.scopes(),
        found.createdAt(),
        found.expiresAt(),
        used.get(found.tokenId()));
  }

  /** All of one person in one organisation: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Page(List<TokenView> items, @Nullable String nextCursor) {}

  /**
   * A token just made.
   *
   * @param token the whole of it; nobody can show it again
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Created(
      String id,
      String name,
      List<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      String token) {

    static Created of(ApiToken made, String token) {
      return new Created(
          made.tokenId(), made.name(), made.scopes(), made.createdAt(), made.expiresAt(), token);
    }

    @Override
    public String toString() {
      return "Created[" + id + "]";
    }
  }
}
