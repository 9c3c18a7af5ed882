package io.custard.auth.organisation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Role;
import io.custard.auth.member.Membership;
import io.custard.protocol.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation, as one of its members sees it.
 *
 * @param role of the member who asks
 * @param active false: its administrators shut the member who asks out of it
 */
@JsonNaming(SnakeCaseStrategy.class)
record OrganisationView(
    OrganisationId id, String name, Role role, boolean active, Instant createdAt) {

  static OrganisationView of(Membership found) {
    return new OrganisationView(
        found.organisationId(),
        found.organisation().name(),
        found.role(),
        found.isActive(),
        found.organisation().createdAt());
  }

  /** All of one person: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Page(List<OrganisationView> items, @Nullable String nextCursor) {}
}
