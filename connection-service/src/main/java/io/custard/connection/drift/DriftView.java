package io.custard.connection.drift;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.SchemaChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a schema is not what it was.
 *
 * @param from and {@code to}: the fingerprints
 * @param discoveredAt when the discovery that found it began
 * @param left how many changes are not listed
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DriftView(
    long id,
    ConnectionId connectionId,
    String from,
    String to,
    Instant discoveredAt,
    Instant foundAt,
    List<Change> changes,
    int left) {
  public DriftView {
    changes = List.copyOf(changes);
  }

  /** One thing that changed; kinds as in {@link SchemaChange}. */
  public record Change(
      String kind,
      String schema,
      String table,
      @Nullable String column,
      @Nullable String before,
      @Nullable String after) {
    static Change of(SchemaChange change) {
      return new Change(
          change.kind(),
          change.table().schema(),
          change.table().name(),
          change.column(),
          change.before(),
          change.after());
    }
  }

  /** Newest first. */
  record Page(List<DriftView> items) {
    Page {
      items = List.copyOf(items);
    }
  }
}
