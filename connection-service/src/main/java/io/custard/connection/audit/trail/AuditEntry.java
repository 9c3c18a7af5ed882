package io.custard.connection.audit.trail;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param actor {@code user:<id>}, {@code agent-key:<key id>} or {@code unknown}
 * @param actorName the person's e-mail address; null of agents and of deleted accounts
 * @param action {@code area.deed}
 * @param outcome {@code OK}, or the error code it ended with
 * @param connectionName also of a connection that was deleted
 */
@JsonNaming(SnakeCaseStrategy.class)
record AuditEntry(
    UUID id,
    Instant at,
    String actor,
    @Nullable String actorName,
    String action,
    String outcome,
    @Nullable UUID connectionId,
    @Nullable String connectionName,
    @Nullable String address,
    Map<String, String> details) {

  /**
   * The newest first.
   *
   * @param nextCursor asks for what is older; null at the end
   */
  @Schema(name = "AuditPage")
  @JsonNaming(SnakeCaseStrategy.class)
  record Page(List<AuditEntry> items, @Nullable String nextCursor) {
    Page {
      items = List.copyOf(items);
    }
  }

  AuditCursor cursor() {
    return new AuditCursor(at, id);
  }
}
