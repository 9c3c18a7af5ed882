package io.custard.connection.audit.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the log of one organisation, the newest first. */
@ApplicationScoped
class AuditSearch {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final Pool pool;
  private final ObjectMapper json;

  AuditSearch(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** Up to so many events that are older than the cursor. */
  Uni<List<AuditEntry>> find(
      OrganisationId organisation, AuditFilter filter, @Nullable AuditCursor after, int limit) {
    AuditSelect select = new AuditSelect(organisation).where(filter);
    if (after != null) {
      select.after(after);
    }
    return pool.preparedQuery(select.newest(limit))
        .execute(select.values())
        .map(found -> StreamSupport.stream(found.spliterator(), false).map(this::entry).toList());
  }

  private AuditEntry entry(Row row) {
    return new AuditEntry(
        row.getUUID("event_id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("action"),
        row.getString("outcome"),
        row.getUUID("connection_id"),
        row.getString("connection_name"),
        row.getString("address"),
        details(row.getString("details")));
  }

  private Map<String, String> details(String stored) {
    try {
      return json.readValue(stored, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored is always readable", e);
    }
  }
}
