package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import java.util.List;
import java.util.Objects;

/**
 * A connection's schema is not what it was. Written by connection-service when a discovery ends
 * with another fingerprint than the one before.
 *
 * @param version of the discovery that found it
 * @param from and {@code to}: the fingerprints
 * @param changes at most {@link #MOST_CHANGES}; more are left out
 * @param left how many changes were left out
 */
public record SchemaDriftedV1(
    ConnectionId connectionId,
    long version,
    String from,
    String to,
    List<SchemaChange> changes,
    int left,
    long atEpochMillis)
    implements SchemaEvent {
  public static final int MOST_CHANGES = 200;

  public SchemaDriftedV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    changes = List.copyOf(changes);
  }
}
