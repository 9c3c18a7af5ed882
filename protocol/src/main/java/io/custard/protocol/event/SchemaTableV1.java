package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription;
import java.util.Objects;

/**
 * One table of a connection.
 *
 * @param version the discovery this belongs to, epoch milliseconds
 */
public record SchemaTableV1(ConnectionId connectionId, long version, TableDescription table)
    implements SchemaEvent {
  public SchemaTableV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(table);
  }
}
