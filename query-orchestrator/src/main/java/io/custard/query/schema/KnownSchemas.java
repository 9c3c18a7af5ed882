package io.custard.query.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.intake.ViewLag;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The orchestrator's own tables of schemas, kept from {@code custard.schemas.v1}. */
@ApplicationScoped
public class KnownSchemas {
  private static final Logger LOG = Logger.getLogger(KnownSchemas.class);

  private final Pool pool;
  private final ObjectMapper json;

  KnownSchemas(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** Of the newest whole schema; empty while there is none. */
  public Uni<Optional<Long>> version(ConnectionId connection) {
    return pool.preparedQuery("select version from query.schema_header where connection_id = $1")
        .execute(Tuple.of(connection.value()))
        .map(rows ->
            rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getLong("version")));
  }

  /**
   * The version of the newest whole schema; waits a moment for one and fails with {@code
   * QUERY_SCHEMA_UNKNOWN} without.
   */
  Uni<Long> known(ConnectionId connection) {
    return ViewLag.waitOut(
        version(connection)
            .map(version ->
                version.orElseThrow(() ->
                    new CustardException(
                        ErrorCode.QUERY_SCHEMA_UNKNOWN,
                        "Link the agent and wait until it has read the schema; its status shows why"
                            + " it has not."))));
  }

  /** All tables of the newest schema, in the order of their names. */
  Uni<List<TableDescription>> tables(ConnectionId connection) {
    return pool.preparedQuery(
            """
            select description::text as description from query.schema_table
            where connection_id = $1 order by schema_name, table_name
            """)
        .execute(Tuple.of(connection.value()))
        .map(this::read);
  }

  Uni<Void> put(SchemaTableV1 event) {
    TableDescription table = event.table();
    return pool.preparedQuery(
            """
            insert into query.schema_table
              (connection_id, schema_name, table_name, version, description)
            values ($1, $2, $3, $4, $5)
            on conflict (connection_id, schema_name, table_name) do update
              set version = excluded.version, description = excluded.description
              where schema_table.version <= excluded.version
            """)
        .execute(
            Tuple.of(
                event.connectionId().value(),
                table.schema(),
                table.name(),
                event.version(),
                new JsonObject(write(table))))
        .replaceWithVoid();
  }

  /**
   * Ends a discovery: tables that it did not bring are gone. One that brings changes only keeps
   * those of its base, but for the ones it names; when we do not hold its base it is ignored, and
   * the whole schema comes with the next link.
   */
  Uni<Void> put(SchemaHeaderV1 header) {
    return pool.withTransaction(sql ->
        header.base() == null
            ? whole(sql, header)
            : holds(sql, header.connectionId(), header.base())
                .chain(held -> held ? changes(sql, header) : ignored(header)));
  }

  private static Uni<Boolean> holds(SqlConnection sql, ConnectionId connection, long base) {
    return sql.preparedQuery(
            """
            select 1 from query.schema_header where connection_id = $1 and version = $2 for update
            """)
        .execute(Tuple.of(connection.value(), base))
        .map(found -> found.size() > 0);
  }

  private static Uni<Void> ignored(SchemaHeaderV1 header) {
    LOG.infof(
        "Changes of a schema ignored, their base is not held connectionId=%s version=%d base=%d",
        header.connectionId(), header.version(), header.base());
    return Uni.createFrom().voidItem();
  }

  private static Uni<Void> changes(SqlConnection sql, SchemaHeaderV1 header) {
    List<TableName> gone = header.gone() == null ? List.of() : header.gone();
    return sql.preparedQuery(
            """
            delete from query.schema_table t
            using unnest($2::text[], $3::text[]) as gone (schema_name, table_name)
            where t.connection_id = $1 and t.version < $4
              and t.schema_name = gone.schema_name and t.table_name = gone.table_name
            """)
        .execute(
            Tuple.of(
                header.connectionId().value(),
                gone.stream().map(TableName::schema).toArray(String[]::new),
                gone.stream().map(TableName::name).toArray(String[]::new),
                header.version()))
        .chain(() ->
            sql.preparedQuery(
                    """
                    update query.schema_table set version = $2
                    where connection_id = $1 and version < $2
                    """)
                .execute(Tuple.of(header.connectionId().value(), header.version())))
        .chain(() -> use(sql, header));
  }

  private static Uni<Void> whole(SqlConnection sql, SchemaHeaderV1 header) {
    return sql.preparedQuery(
            "delete from query.schema_table where connection_id = $1 and version < $2")
        .execute(Tuple.of(header.connectionId().value(), header.version()))
        .chain(() -> use(sql, header));
  }

  private static Uni<Void> use(SqlConnection sql, SchemaHeaderV1 header) {
    return sql.preparedQuery(
            """
            insert into query.schema_header (connection_id, version, fingerprint, tables)
            values ($1, $2, $3, $4)
            on conflict (connection_id) do update
              set version = excluded.version,
                  fingerprint = excluded.fingerprint, tables = excluded.tables
              where schema_header.version <= excluded.version
            """)
        .execute(
            Tuple.of(
                header.connectionId().value(),
                header.version(),
                header.fingerprint(),
                header.tables()))
        .replaceWithVoid();
  }

  private List<TableDescription> read(RowSet<Row> rows) {
    List<TableDescription> tables = new ArrayList<>(rows.size());
    try {
      for (Row row : rows) {
        tables.add(json.readValue(row.getString("description"), TableDescription.class));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored table is not readable", e);
    }
    return tables;
  }

  private String write(TableDescription table) {
    try {
      return json.writeValueAsString(table);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a table is always JSON", e);
    }
  }
}
