package io.custard.protocol.event;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person is in an organisation.
 *
 * @param role {@code viewer}, {@code analyst}, {@code admin} or {@code owner}
 * @param active false: the organisation's administrators shut them out
 * @param tokensNotBefore epoch seconds: access tokens of the person for this organisation that were
 *     issued before are refused; absent: none are
 */
public record MembershipV1(
    UserId userId,
    OrganisationId organisationId,
    long version,
    String role,
    boolean active,
    @Nullable Long tokensNotBefore,
    boolean deleted)
    implements IdentityEvent {
  public MembershipV1 {
    Objects.requireNonNull(userId);
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(role);
  }

  @Override
  public String key() {
    return "member:" + organisationId + ":" + userId;
  }
}
