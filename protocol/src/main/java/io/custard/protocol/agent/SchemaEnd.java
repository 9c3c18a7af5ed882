package io.custard.protocol.agent;

import java.util.Objects;

/**
 * All tables were sent.
 *
 * @param fingerprint SHA-256 over all tables, in hexadecimal; equal schemas have equal fingerprints
 */
public record SchemaEnd(String discoveryId, int tables, String fingerprint) implements AgentFrame {
  public SchemaEnd {
    Objects.requireNonNull(discoveryId);
    Objects.requireNonNull(fingerprint);
  }
}
