package io.custard.protocol.event;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.List;
import java.util.Objects;

/**
 * A personal API token as others must know it; written again when the person's role changes.
 *
 * @param tokenId the public part of the token
 * @param secretSha256 hash of its secret part, in lower-case hexadecimal
 * @param scopes what it may be used for, as {@code io.custard.access.Scope} names them
 * @param role what its person is in the organisation; the token can do no more
 * @param expiresAt epoch seconds
 */
public record ApiTokenV1(
    String tokenId,
    UserId userId,
    OrganisationId organisationId,
    long version,
    String secretSha256,
    List<String> scopes,
    String role,
    long expiresAt,
    boolean revoked)
    implements IdentityEvent {
  public ApiTokenV1 {
    Objects.requireNonNull(tokenId);
    Objects.requireNonNull(userId);
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(secretSha256);
    scopes = List.copyOf(scopes);
    Objects.requireNonNull(role);
  }

  @Override
  public String key() {
    return "token:" + tokenId;
  }

  /** Leaves the hash out. */
  @Override
  public String toString() {
    return "ApiTokenV1[" + tokenId + "]";
  }
}
