package io.custard.connection.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.connection.registry.OwnedConnection;
import io.custard.protocol.TableDescription;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the newest complete discovery, always through the connection's organisation. */
@ApplicationScoped
class SchemaTables {
  private static final String ALL =
      """
      select h.fingerprint, h.version, t.document
      from connection.schema_header h
      join connection.connection c on c.id = h.connection_id and c.deleted_at is null
      left join connection.schema_table t
        on t.connection_id = h.connection_id and t.version = h.version
      where c.organisation_id = $1 and c.id = $2
      order by t.schema_name, t.table_name
      """;

  private final Pool pool;
  private final ObjectMapper json;

  SchemaTables(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** Empty until a discovery has arrived. */
  Uni<Optional<SchemaView>> all(OwnedConnection connection) {
    return pool.preparedQuery(ALL).execute(key(connection)).map(this::view);
  }

  private Optional<SchemaView> view(RowSet<Row> found) {
    return StreamSupport.stream(found.spliterator(), false)
        .findFirst()
        .map(first ->
            new SchemaView(
                first.getString("fingerprint"),
                discoveredAt(first),
                StreamSupport.stream(found.spliterator(), false)
                    .filter(row -> row.getString("document") != null)
                    .map(this::table)
                    .toList()));
  }

  private SchemaView.Table table(Row row) {
    try {
      return SchemaView.Table.of(json.readValue(row.getString("document"), TableDescription.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored table is always readable", e);
    }
  }

  private static Tuple key(OwnedConnection connection) {
    return Tuple.of(connection.organisation().value(), connection.id().value());
  }

  /** A discovery's version is its time. */
  private static Instant discoveredAt(Row row) {
    return Instant.ofEpochMilli(row.getLong("version"));
  }
}
