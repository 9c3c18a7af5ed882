package io.custard.connection.key;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as the API shows it: neither the secret nor its hash.
 *
 * @param lastUsedAt when a link that was opened with it was last heard, to the minute; null: never
 * @param inUse how many links that are heard now were opened with it
 */
@JsonNaming(SnakeCaseStrategy.class)
record KeyView(
    String keyId,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt,
    int inUse) {

  /** The keys of a connection, newest first. */
  record Page(List<KeyView> items) {
    Page {
      items = List.copyOf(items);
    }
  }
}
