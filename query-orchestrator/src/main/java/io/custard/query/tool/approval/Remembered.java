package io.custard.query.tool.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An approval for all calls of a tool with an API token on a connection, until it ends. */
@JsonNaming(SnakeCaseStrategy.class)
public record Remembered(
    UUID id, String tool, ConnectionId connectionId, String tokenId, Instant expiresAt) {

  /** All there are. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<Remembered> items, @Nullable String nextCursor) {}
}
