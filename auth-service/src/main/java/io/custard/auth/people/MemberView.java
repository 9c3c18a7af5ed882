package io.custard.auth.people;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Role;
import io.custard.auth.member.Membership;
import io.custard.protocol.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member, as administrators of the organisation see them.
 *
 * @param active false: an administrator shut them out of this organisation
 */
@JsonNaming(SnakeCaseStrategy.class)
record MemberView(
    UserId id, String email, @Nullable String name, Role role, boolean active, Instant joinedAt) {

  static MemberView of(Membership found) {
    return new MemberView(
        found.userId(),
        found.user().email(),
        found.user().name(),
        found.role(),
        found.isActive(),
        found.createdAt());
  }

  /** Some members, oldest first; without a next cursor there are no more. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Page(List<MemberView> items, @Nullable String nextCursor) {}
}
