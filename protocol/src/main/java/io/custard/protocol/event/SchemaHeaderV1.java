package io.custard.protocol.event;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends a discovery. Without a base, tables of older versions are gone; with one, they stay unless
 * they came again or are named in {@code gone}. A view that does not hold the base ignores the
 * header and waits for a whole discovery.
 *
 * @param base the version that the changes build on
 */
public record SchemaHeaderV1(
    ConnectionId connectionId,
    long version,
    int tables,
    String fingerprint,
    @Nullable Long base,
    @Nullable List<TableName> gone)
    implements SchemaEvent {
  public SchemaHeaderV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(fingerprint);
    gone = gone == null ? null : List.copyOf(gone);
  }
}
