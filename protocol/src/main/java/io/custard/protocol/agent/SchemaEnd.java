package io.custard.protocol.agent;

import io.custard.protocol.TableName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All tables were sent, or all that changed.
 *
 * @param tables how many the schema has, sent now or before
 * @param fingerprint SHA-256 over all tables, in hexadecimal; equal schemas have equal fingerprints
 * @param baseId the discovery on this link that the changes build on; absent: everything was sent
 * @param gone tables of the base that are no more; absent without a base
 */
public record SchemaEnd(
    String discoveryId,
    int tables,
    String fingerprint,
    @Nullable String baseId,
    @Nullable List<TableName> gone)
    implements AgentFrame {
  public SchemaEnd {
    Objects.requireNonNull(discoveryId);
    Objects.requireNonNull(fingerprint);
    gone = gone == null ? null : List.copyOf(gone);
  }
}
