package io.custard.connection.manage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.ConnectionLevel;
import io.custard.access.OpenTo;
import io.custard.connection.registry.RegisteredConnection;
import io.custard.protocol.ConnectionId;
import java.time.Instant;
import java.util.List;

/**
 * A connection as the API shows it.
 *
 * @param status {@code linked} or {@code unlinked}
 * @param openTo who may use it without a grant of their own
 * @param exposure what a model may see: {@code schema_only}, {@code masked} or {@code full}
 * @param myLevel what the caller may do with it
 */
@JsonNaming(SnakeCaseStrategy.class)
record ConnectionView(
    ConnectionId id,
    String name,
    String dialect,
    Instant createdAt,
    String status,
    boolean requireCleanRole,
    List<String> allowedFunctions,
    OpenTo openTo,
    String exposure,
    ConnectionLevel myLevel) {

  /** All connections of an organisation that exist for the caller. */
  record Page(List<ConnectionView> items) {
    Page {
      items = List.copyOf(items);
    }
  }

  static ConnectionView of(RegisteredConnection connection, boolean linked, ConnectionLevel level) {
    return new ConnectionView(
        connection.id(),
        connection.name(),
        connection.dialect(),
        connection.createdAt(),
        linked ? "linked" : "unlinked",
        connection.requireCleanRole(),
        connection.allowedFunctions(),
        connection.openTo(),
        connection.exposure().wire(),
        level);
  }
}
