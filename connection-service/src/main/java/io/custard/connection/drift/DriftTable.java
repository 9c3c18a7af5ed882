package io.custard.connection.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.connection.registry.OwnedConnection;
import io.custard.outbox.Outbox;
import io.custard.outbox.OutboxRecord;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.SchemaChange;
import io.custard.protocol.event.SchemaDriftedV1;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.Topic;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Keeps the last drifts of each connection, and reads them through its organisation. */
@ApplicationScoped
public class DriftTable {
  private static final String KEEP =
      """
      insert into connection.schema_drift
        (connection_id, version, from_fingerprint, to_fingerprint, changes, left_out, found_at)
      values ($1, $2, $3, $4, $5, $6, now())
      """;
  private static final String DROP_OLD =
      """
      delete from connection.schema_drift
      where connection_id = $1 and id not in (
        select id from connection.schema_drift where connection_id = $1
        order by id desc limit 50)
      """;
  private static final String OWNED =
      """
      from connection.schema_drift d
      join connection.connection c on c.id = d.connection_id and c.deleted_at is null
      where c.organisation_id = $1
      """;
  private static final String NEWEST =
      "select d.* " + OWNED + " and c.id = $2 order by d.id desc limit $3";
  private static final String BY_IDS = "select d.* " + OWNED + " and d.id = any($2) order by d.id";
  private static final String LAST =
      "select d.connection_id, max(d.id) " + OWNED + " group by d.connection_id";

  private final Pool pool;
  private final Outbox outbox;
  private final ObjectMapper json;

  DriftTable(Pool pool, Outbox outbox, ObjectMapper json) {
    this.pool = pool;
    this.outbox = outbox;
    this.json = json;
  }

  /**
   * Stores and tells it in this transaction; the caller kicks the outbox afterwards. The record has
   * a key of its own on the compacted topic ({@code /} names no schema, so it is no table's) and
   * goes to the partition of all records of the connection.
   */
  public Uni<Void> keep(SqlClient transaction, SchemaDriftedV1 drift) {
    ConnectionId connection = drift.connectionId();
    Tuple values =
        Tuple.of(
            connection.value(),
            drift.version(),
            drift.from(),
            drift.to(),
            text(drift.changes().toArray()),
            drift.left());
    return transaction
        .preparedQuery(KEEP)
        .execute(values)
        .chain(() -> transaction.preparedQuery(DROP_OLD).execute(Tuple.of(connection.value())))
        .chain(() ->
            outbox.append(
                transaction,
                new OutboxRecord(Topic.SCHEMAS, connection, connection + "/drift", text(drift))));
  }

  /** Newest first. */
  Uni<List<DriftView>> newest(OwnedConnection connection, int limit) {
    return read(
        NEWEST, Tuple.of(connection.organisation().value(), connection.id().value(), limit));
  }

  /** The id of the last drift of each connection that has one. */
  public Uni<Map<ConnectionId, Long>> last(OrganisationId organisation) {
    return pool.preparedQuery(LAST)
        .execute(Tuple.of(organisation.value()))
        .map(found -> {
          Map<ConnectionId, Long> last = new HashMap<>();
          found.forEach(row -> last.put(ConnectionId.of(row.getUUID(0)), row.getLong(1)));
          return last;
        });
  }

  /** Those of these ids that are the organisation's. */
  public Uni<List<DriftView>> these(OrganisationId organisation, List<Long> ids) {
    return read(BY_IDS, Tuple.of(organisation.value(), ids.toArray(Long[]::new)));
  }

  private Uni<List<DriftView>> read(String sql, Tuple values) {
    return pool.preparedQuery(sql)
        .execute(values)
        .map(found -> StreamSupport.stream(found.spliterator(), false).map(this::view).toList());
  }

  private DriftView view(Row row) {
    return new DriftView(
        row.getLong("id"),
        ConnectionId.of(row.getUUID("connection_id")),
        row.getString("from_fingerprint"),
        row.getString("to_fingerprint"),
        Instant.ofEpochMilli(row.getLong("version")),
        row.getOffsetDateTime("found_at").toInstant(),
        Arrays.stream(changes(row.getString("changes"))).map(DriftView.Change::of).toList(),
        row.getInteger("left_out"));
  }

  private SchemaChange[] changes(String text) {
    try {
      return json.readValue(text, SchemaChange[].class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored changes are always readable", e);
    }
  }

  private String text(SchemaDriftedV1 drift) {
    try {
      return json.writerFor(SchemaEvent.class).writeValueAsString(drift);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always writable", e);
    }
  }

  private String text(Object[] changes) {
    try {
      return json.writeValueAsString(changes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("changes are always writable", e);
    }
  }
}
