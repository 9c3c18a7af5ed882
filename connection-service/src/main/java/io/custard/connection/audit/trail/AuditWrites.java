package io.custard.connection.audit.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.AuditEventV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds events to the log, each once however often it arrives, and deletes what is too old. */
@ApplicationScoped
class AuditWrites {
  /**
   * An event that names no organisation, such as an attempt with a made-up key, belongs to the
   * owner of the connection it was aimed at. One that belongs to nobody is kept by nobody.
   */
  private static final String ADD =
      """
      insert into connection.audit_event
        (event_id, organisation_id, at, actor, action, outcome, connection_id, address, details)
      select $1, owner.id, $4, $5, $6, $7, $3, $8, $9
      from (select coalesce($2::uuid,
        (select c.organisation_id from connection.connection c where c.id = $3::uuid)) as id) owner
      where owner.id is not null
      on conflict (event_id) do nothing
      """;

  private static final String PRUNE =
      """
      delete from connection.audit_event where event_id = any(array(
        select old.event_id from connection.audit_event old
        where old.at < $1 order by old.at limit $2 for update skip locked))
      """;

  private static final int SHORT = 200;
  private static final int LONG = 2_000;
  private static final int MOST = 40;

  private final Pool pool;
  private final ObjectMapper json;

  AuditWrites(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  Uni<Void> add(List<AuditEventV1> events) {
    List<Tuple> all = events.stream().map(this::values).toList();
    return pool.preparedQuery(ADD).executeBatch(all).replaceWithVoid();
  }

  private Tuple values(AuditEventV1 event) {
    OrganisationId organisation = event.organisationId();
    ConnectionId connection = event.connectionId();
    String address = event.address();
    return Tuple.tuple()
        .addUUID(event.eventId())
        .addUUID(organisation == null ? null : organisation.value())
        .addUUID(connection == null ? null : connection.value())
        .addOffsetDateTime(time(event.atEpochMillis()))
        .addString(text(event.actor(), SHORT))
        .addString(text(event.action(), SHORT))
        .addString(text(event.outcome(), SHORT))
        .addString(address == null ? null : text(address, SHORT))
        .addString(details(event.details()));
  }

  /** Deletes up to so many of those older than this, and says how many there were. */
  Uni<Integer> prune(Duration age, int limit) {
    OffsetDateTime before = Instant.now().minus(age).atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(PRUNE).execute(Tuple.of(before, limit)).map(done -> done.rowCount());
  }

  /** Nothing happened in the future, whatever the writer's clock says. */
  private static OffsetDateTime time(long epochMillis) {
    long bounded = Math.clamp(epochMillis, 0, System.currentTimeMillis());
    return Instant.ofEpochMilli(bounded).atOffset(ZoneOffset.UTC);
  }

  private String details(Map<String, String> told) {
    Map<String, String> kept = new TreeMap<>();
    told.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(MOST)
        .forEach(entry -> kept.put(text(entry.getKey(), SHORT), text(entry.getValue(), LONG)));
    try {
      return json.writeValueAsString(kept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always writable", e);
    }
  }

  /** Short enough, and without the NUL that PostgreSQL does not store. */
  private static String text(String told, int most) {
    String clean = told.replace("\0", "");
    if (clean.length() <= most) {
      return clean;
    }
    boolean cutsPair = Character.isHighSurrogate(clean.charAt(most - 1));
    return clean.substring(0, cutsPair ? most - 1 : most);
  }
}
