package io.custard.connection.schema;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Objects;

/** That a schema is known, and how large it is. */
@JsonNaming(SnakeCaseStrategy.class)
public record SchemaSummary(String fingerprint, int tables, Instant discoveredAt) {
  public SchemaSummary {
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(discoveredAt);
  }
}
