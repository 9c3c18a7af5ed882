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
import org.jboss.logging.Logger;

/**
 * Applies discoveries; any event may come again, and what is older than the header is ignored.
 *
 * <p>The tables of a discovery are collected beside the ones in use; its header, which comes last,
 * switches to them ({@link SchemaSwitch}).
 */
@ApplicationScoped
class SchemaEvents {
  private static final Logger LOG = Logger.getLogger(SchemaEvents.class);

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

  /** Names are part of a primary key, which has bounds of its own. */
  private static final int LONGEST_NAME = 200;

  private final Pool pool;
  private final SchemaSwitch headers;
  private final ObjectMapper json;

  SchemaEvents(Pool pool, SchemaSwitch headers, ObjectMapper json) {
    this.pool = pool;
    this.headers = headers;
    this.json = json;
  }

  Uni<Void> apply(SchemaEvent event) {
    return switch (event) {
      case SchemaTableV1 table -> store(table);
      case SchemaHeaderV1 header -> headers.to(header);
      case SchemaDriftedV1 drifted -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> store(SchemaTableV1 event) {
    TableDescription table = event.table();
    if (table.schema().length() > LONGEST_NAME || table.name().length() > LONGEST_NAME) {
      LOG.warnf("Table left out, its name is too long connectionId=%s", event.connectionId());
      return Uni.createFrom().voidItem();
    }
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

  private String text(TableDescription table) {
    try {
      return json.writeValueAsString(table);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a table is always writable", e);
    }
  }
}
