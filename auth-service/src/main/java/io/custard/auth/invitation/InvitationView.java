package io.custard.auth.invitation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Role;
import io.custard.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, as administrators of the organisation see it: never with its link.
 *
 * @param expiresAt may be past; inviting once more makes it good again
 */
@JsonNaming(SnakeCaseStrategy.class)
record InvitationView(
    UUID id, String email, Role role, UserId invitedBy, Instant createdAt, Instant expiresAt) {

  static InvitationView of(Invitation found) {
    return new InvitationView(
        found.id, found.email, found.role(), found.inviter(), found.createdAt, found.expiresAt);
  }

  /** All of one organisation, which are few: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Page(List<InvitationView> items, @Nullable String nextCursor) {}
}
