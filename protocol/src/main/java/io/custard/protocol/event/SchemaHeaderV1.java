package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import java.util.Objects;

/** Ends a discovery: tables of older versions are gone. */
public record SchemaHeaderV1(
    ConnectionId connectionId, long version, int tables, String fingerprint)
    implements SchemaEvent {
  public SchemaHeaderV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(fingerprint);
  }
}
