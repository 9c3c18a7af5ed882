package io.custard.auth.platform;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation, as administrators of the installation see it.
 *
 * @param apiTokens valid ones
 */
@JsonNaming(SnakeCaseStrategy.class)
record PlatformOrganisationView(
    OrganisationId id, String name, Instant createdAt, long members, long owners, long apiTokens) {

  /** Some organisations, oldest first; without a next cursor there are no more. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Page(List<PlatformOrganisationView> items, @Nullable String nextCursor) {}
}
