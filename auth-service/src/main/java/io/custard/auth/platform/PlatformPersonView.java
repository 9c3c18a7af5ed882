package io.custard.auth.platform;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.auth.member.User;
import io.custard.protocol.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person, as administrators of the installation see them. */
@JsonNaming(SnakeCaseStrategy.class)
record PlatformPersonView(
    UserId id, String email, @Nullable String name, boolean active, Instant createdAt) {

  static PlatformPersonView of(User found) {
    return new PlatformPersonView(
        found.userId(), found.email(), found.name(), found.isActive(), found.createdAt());
  }

  /** Some people, oldest first; without a next cursor there are no more. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Page(List<PlatformPersonView> items, @Nullable String nextCursor) {}
}
