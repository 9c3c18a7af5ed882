package io.custard.connection.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.TableDescription;
import io.custard.protocol.event.SchemaDriftedV1;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Applies discoveries; any event may come again, and what is older than the header is ignored.
 *
 * <p>The tables of a discovery are collected beside the ones in use. Its header, which comes last,
 * switches to them and deletes the older ones, so a reader never sees half of a discovery.
 */
@ApplicationScoped
class SchemaEvents {
  private static final String TABLE =
      """
      insert into connection.schema_table
        (connection_id, version, schema_name, table_name, document)
      select $1::uuid, $2::bigint, $3::text, $4::text, $5::text
      where not exists (
        select 1 from connection.schema_header
        where connection_id = $1::uuid and version > $2::bigint)
      on conflict (connection_id, version, schema_name, table_name)
      do update set document = excluded.document
      """;
  private static final String HEADER =
      """
      insert into connection.schema_header as h (connection_id, version, tables, fingerprint)
      values ($1, $2, $3, $4)
      on conflict (connection_id) do update set
        version = excluded.version, tables = excluded.tables, fingerprint = excluded.fingerprint
      where h.version <= excluded.version
      """;
  private static final String DROP_OLDER =
      """
      delete from connection.schema_table t
      using connection.schema_header h
      where t.connection_id = $1 and h.connection_id = $1 and t.version < h.version
      """;

  private final Pool pool;
  private final ObjectMapper json;

  SchemaEvents(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  Uni<Void> apply(SchemaEvent event) {
    return switch (event) {
      case SchemaTableV1 table -> store(table);
      case SchemaHeaderV1 header -> switchTo(header);
      case SchemaDriftedV1 drifted -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> store(SchemaTableV1 event) {
    TableDescription table = event.table();
    return pool.preparedQuery(TABLE)
        .execute(
            Tuple.of(
                event.connectionId().value(),
                event.version(),
                table.schema(),
                table.name(),
                text(table)))
        .replaceWithVoid();
  }

  private Uni<Void> switchTo(SchemaHeaderV1 header) {
    Tuple values =
        Tuple.of(
            header.connectionId().value(), header.version(), header.tables(), header.fingerprint());
    return pool.withTransaction(session ->
        session
            .preparedQuery(HEADER)
            .execute(values)
            .chain(done ->
                session.preparedQuery(DROP_OLDER).execute(Tuple.of(header.connectionId().value())))
            .replaceWithVoid());
  }

  private String text(TableDescription table) {
    try {
      return json.writeValueAsString(table);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a table is always writable", e);
    }
  }
}
