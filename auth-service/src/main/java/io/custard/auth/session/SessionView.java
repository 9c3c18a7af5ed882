package io.custard.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log-in as its person sees it.
 *
 * @param current whether the request came with it
 * @param address where it began
 */
@JsonNaming(SnakeCaseStrategy.class)
record SessionView(
    UUID id,
    boolean current,
    boolean browser,
    String userAgent,
    String address,
    OrganisationId organisationId,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {

  static SessionView of(LogInSession session, @Nullable UUID current) {
    return new SessionView(
        session.id,
        session.id.equals(current),
        session.isBrowser(),
        session.userAgent,
        session.address,
        session.organisation(),
        session.createdAt,
        session.usedAt,
        session.endsAt);
  }

  /** All of one person, the latest used first: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<SessionView> items, @Nullable String nextCursor) {}
}
