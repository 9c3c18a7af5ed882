package io.custard.connection.manage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.connection.registry.RegisteredConnection;
import io.custard.protocol.ConnectionId;
import java.time.Instant;
import java.util.List;

/**
 * A connection as the API shows it.
 *
 * @param status {@code linked} or {@code unlinked}
 */
@JsonNaming(SnakeCaseStrategy.class)
record ConnectionView(
    ConnectionId id,
    String name,
    String dialect,
    Instant createdAt,
    String status,
    boolean requireCleanRole,
    List<String> allowedFunctions) {

  /** All connections of an organisation. */
  record Page(List<ConnectionView> items) {
    Page {
      items = List.copyOf(items);
    }
  }

  static ConnectionView of(RegisteredConnection connection, boolean linked) {
    return new ConnectionView(
        connection.id(),
        connection.name(),
        connection.dialect(),
        connection.createdAt(),
        linked ? "linked" : "unlinked",
        connection.requireCleanRole(),
        connection.allowedFunctions());
  }
}
