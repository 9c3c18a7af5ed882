package io.custard.access.view;

import io.custard.access.Role;
import io.custard.access.Scope;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A personal API token as this service knows it.
 *
 * @param role empty: one this build does not know, which may do nothing
 */
public record KnownToken(
    UserId userId,
    OrganisationId organisationId,
    String secretSha256,
    Set<Scope> scopes,
    Optional<Role> role,
    Instant expiresAt,
    boolean revoked) {
  public KnownToken {
    scopes = Set.copyOf(scopes);
  }

  /** Leaves the hash out. */
  @Override
  public String toString() {
    return "KnownToken[" + userId + "]";
  }
}
