package io.custard.query.tool.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits, or waited, for a person.
 *
 * @param state {@code pending}, {@code approved}, {@code refused} or {@code used}
 * @param tokenId the public part of the API token the program has
 * @param arguments all of them, as the program gave them
 * @param expiresAt after this it counts as if it had never been
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Approval(
    UUID id,
    String state,
    String tool,
    ConnectionId connectionId,
    String tokenId,
    String summary,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String arguments,
    Instant createdAt,
    Instant expiresAt) {
  static final String APPROVED = "approved";
  static final String REFUSED = "refused";

  /** Those that wait; there are never so many that they come in pages. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<Approval> items, @Nullable String nextCursor) {}

  /** Leaves the arguments out. */
  @Override
  public String toString() {
    return "Approval[" + id + ", " + state + "]";
  }
}
