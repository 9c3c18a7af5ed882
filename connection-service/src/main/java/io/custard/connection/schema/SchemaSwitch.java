package io.custard.connection.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.connection.drift.DriftTable;
import io.custard.connection.drift.SchemaComparison;
import io.custard.outbox.Outbox;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.protocol.event.SchemaDriftedV1;
import io.custard.protocol.event.SchemaHeaderV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Switches to the tables of a finished discovery, in one transaction, so that a reader never sees
 * half of one:
 *
 * <ol>
 *   <li>the header in use is locked; an older one than that, or one that brings changes to a schema
 *       we do not hold, is ignored;
 *   <li>when the fingerprint is another, tables whose documents differ are compared;
 *   <li>changes only: tables of the base that neither came again nor are gone are carried over;
 *   <li>the header becomes the one in use, older tables are deleted, and a drift is kept and told.
 * </ol>
 */
@ApplicationScoped
class SchemaSwitch {
  private static final Logger LOG = Logger.getLogger(SchemaSwitch.class);

  private static final String IN_USE =
      """
      select version, fingerprint from connection.schema_header where connection_id = $1
      for update
      """;

  /** With a base ($4), what did not come again has changed only if it is gone ($5, $6). */
  private static final String DIFFERENT =
      """
      select o.document as before, n.document as after
      from (select * from connection.schema_table where connection_id = $1 and version = $2) o
      full join (select * from connection.schema_table where connection_id = $1 and version = $3) n
        on n.schema_name = o.schema_name and n.table_name = o.table_name
      where o.document is distinct from n.document
        and (n.document is not null or not $4 or exists (
          select 1 from unnest($5::text[], $6::text[]) as gone (s, t)
          where gone.s = o.schema_name and gone.t = o.table_name))
      order by coalesce(n.schema_name, o.schema_name), coalesce(n.table_name, o.table_name)
      limit 5000
      """;

  private static final String CARRY_OVER =
      """
      update connection.schema_table t set version = $3
      where t.connection_id = $1 and t.version = $2
        and not exists (
          select 1 from connection.schema_table n
          where n.connection_id = $1 and n.version = $3
            and n.schema_name = t.schema_name and n.table_name = t.table_name)
        and not exists (
          select 1 from unnest($4::text[], $5::text[]) as gone (s, t)
          where gone.s = t.schema_name and gone.t = t.table_name)
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

  private static final int LONGEST_FINGERPRINT = 200;

  private final Pool pool;
  private final DriftTable drifts;
  private final Outbox outbox;
  private final ObjectMapper json;

  SchemaSwitch(Pool pool, DriftTable drifts, Outbox outbox, ObjectMapper json) {
    this.pool = pool;
    this.drifts = drifts;
    this.outbox = outbox;
    this.json = json;
  }

  Uni<Void> to(SchemaHeaderV1 header) {
    if (header.fingerprint().length() > LONGEST_FINGERPRINT) {
      return ignored(header, "its fingerprint is too long");
    }
    return pool.withTransaction(sql ->
            sql.preparedQuery(IN_USE)
                .execute(Tuple.of(header.connectionId().value()))
                .chain(found -> decide(sql, header, inUse(found))))
        .invoke(outbox::kick);
  }

  /** The header in use. */
  private record InUse(long version, String fingerprint) {}

  private Uni<Void> decide(SqlClient sql, SchemaHeaderV1 header, @Nullable InUse inUse) {
    Long base = header.base();
    if (inUse != null && inUse.version() > header.version()) {
      return Uni.createFrom().voidItem();
    }
    if (base != null && (inUse == null || inUse.version() != base || base >= header.version())) {
      return ignored(header, "it builds on version " + base + ", which is not the one in use");
    }
    return differences(sql, header, inUse)
        .call(() -> base == null ? Uni.createFrom().voidItem() : carryOver(sql, header, base))
        .call(() -> use(sql, header))
        .chain(differences -> tell(sql, header, inUse, differences));
  }

  private Uni<SchemaComparison> differences(
      SqlClient sql, SchemaHeaderV1 header, @Nullable InUse inUse) {
    if (inUse == null
        || inUse.version() == header.version()
        || inUse.fingerprint().equals(header.fingerprint())) {
      return Uni.createFrom().item(new SchemaComparison());
    }
    Tuple values =
        Tuple.of(
            header.connectionId().value(),
            inUse.version(),
            header.version(),
            header.base() != null,
            gone(header, TableName::schema),
            gone(header, TableName::name));
    return sql.preparedQuery(DIFFERENT).execute(values).map(this::compare);
  }

  private SchemaComparison compare(RowSet<Row> different) {
    SchemaComparison comparison = new SchemaComparison();
    for (Row row : different) {
      comparison.table(table(row.getString("before")), table(row.getString("after")));
    }
    return comparison;
  }

  private static Uni<Void> carryOver(SqlClient sql, SchemaHeaderV1 header, long base) {
    return sql.preparedQuery(CARRY_OVER)
        .execute(
            Tuple.of(
                header.connectionId().value(),
                base,
                header.version(),
                gone(header, TableName::schema),
                gone(header, TableName::name)))
        .replaceWithVoid();
  }

  private static Uni<Void> use(SqlClient sql, SchemaHeaderV1 header) {
    Tuple values =
        Tuple.of(
            header.connectionId().value(), header.version(), header.tables(), header.fingerprint());
    return sql.preparedQuery(HEADER)
        .execute(values)
        .chain(() -> sql.preparedQuery(DROP_OLDER).execute(Tuple.of(header.connectionId().value())))
        .replaceWithVoid();
  }

  private Uni<Void> tell(
      SqlClient sql, SchemaHeaderV1 header, @Nullable InUse inUse, SchemaComparison differences) {
    if (inUse == null || differences.changes().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return drifts.keep(
        sql,
        new SchemaDriftedV1(
            header.connectionId(),
            header.version(),
            inUse.fingerprint(),
            header.fingerprint(),
            differences.changes(),
            differences.left(),
            System.currentTimeMillis()));
  }

  /** The gateway discovers the whole schema on every new link, so this mends itself. */
  private static Uni<Void> ignored(SchemaHeaderV1 header, String why) {
    LOG.infof(
        "Discovery ignored connectionId=%s version=%d: %s",
        header.connectionId(), header.version(), why);
    return Uni.createFrom().voidItem();
  }

  private static @Nullable InUse inUse(RowSet<Row> found) {
    for (Row row : found) {
      return new InUse(row.getLong("version"), row.getString("fingerprint"));
    }
    return null;
  }

  private static String[] gone(SchemaHeaderV1 header, Function<TableName, String> part) {
    List<TableName> gone = header.gone();
    return gone == null ? new String[0] : gone.stream().map(part).toArray(String[]::new);
  }

  private @Nullable TableDescription table(@Nullable String document) {
    try {
      return document == null ? null : json.readValue(document, TableDescription.class);
    } catch (JsonProcessingException e) {
      LOG.warn("A stored table is not readable and is not compared");
      return null;
    }
  }
}
