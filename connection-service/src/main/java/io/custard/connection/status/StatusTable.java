package io.custard.connection.status;

import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.registry.OwnedConnection;
import io.custard.connection.schema.SchemaSummary;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads how connections are, always through their organisation: three queries, whether it is for
 * one connection or for all of an organisation.
 */
@ApplicationScoped
public class StatusTable {
  /** More connections than this are not watched together. */
  private static final int MOST = 1_000;

  private static final String CONNECTIONS =
      """
      select c.id, h.fingerprint, h.version, h.tables
      from connection.connection c
      left join connection.schema_header h on h.connection_id = c.id
      where c.organisation_id = $1 and ($2::uuid is null or c.id = $2) and c.deleted_at is null
      order by c.created_at, c.id limit $3
      """;

  /** Of each connection so many agents, should somebody link more than anybody can look at. */
  private static final String AGENTS =
      """
      select * from (
        select l.*, g.lines as ledger_lines, g.hash as ledger_hash, g.changed_at as ledger_at,
          g.warning as ledger_warning,
          row_number() over (partition by l.connection_id order by l.linked_at, l.instance_id) as n
        from connection.agent_link l
        join connection.connection c on c.id = l.connection_id and c.deleted_at is null
        left join connection.agent_ledger g
          on g.connection_id = l.connection_id and g.instance_id = l.instance_id
        where c.organisation_id = $1 and ($2::uuid is null or c.id = $2) and l.heard_at > $3
      ) a where n <= 100 order by connection_id, n
      """;

  private static final String LEDGERS =
      """
      select * from (
        select g.*,
          row_number() over (partition by g.connection_id order by g.changed_at desc) as n
        from connection.agent_ledger g
        join connection.connection c on c.id = g.connection_id and c.deleted_at is null
        where c.organisation_id = $1 and ($2::uuid is null or c.id = $2)
      ) a where n <= 20 order by connection_id, n
      """;

  private final Pool pool;
  private final StatusConfig config;

  StatusTable(Pool pool, StatusConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Fails with {@code CONNECTION_NOT_FOUND} also when another organisation has it. */
  public Uni<ConnectionStatus> one(OwnedConnection wanted) {
    return read(wanted.organisation(), wanted.id().value())
        .map(found -> {
          ConnectionStatus status = found.get(wanted.id());
          if (status == null) {
            throw ConnectionPath.notFound();
          }
          return status;
        });
  }

  /** In the order in which they were made. */
  public Uni<Map<ConnectionId, ConnectionStatus>> all(OrganisationId organisation) {
    return read(organisation, null);
  }

  private Uni<Map<ConnectionId, ConnectionStatus>> read(
      OrganisationId organisation, @Nullable UUID connection) {
    UUID owner = organisation.value();
    Tuple shown = Tuple.of(owner, connection, LinkTable.before(config.silence()));
    return Uni.combine()
        .all()
        .unis(
            pool.preparedQuery(CONNECTIONS).execute(Tuple.of(owner, connection, MOST)),
            pool.preparedQuery(AGENTS).execute(shown).map(this::agents),
            pool.preparedQuery(LEDGERS)
                .execute(Tuple.of(owner, connection))
                .map(StatusTable::ledgers))
        .asTuple()
        .map(all -> together(all.getItem1(), all.getItem2(), all.getItem3()));
  }

  private static Map<ConnectionId, ConnectionStatus> together(
      RowSet<Row> connections,
      Map<UUID, List<AgentView>> agents,
      Map<UUID, List<LedgerView.Kept>> ledgers) {
    Map<ConnectionId, ConnectionStatus> statuses = new LinkedHashMap<>();
    for (Row row : connections) {
      UUID id = row.getUUID("id");
      statuses.put(
          ConnectionId.of(id),
          ConnectionStatus.of(
              ConnectionId.of(id),
              agents.getOrDefault(id, List.of()),
              schema(row),
              ledgers.getOrDefault(id, List.of())));
    }
    return statuses;
  }

  private static @Nullable SchemaSummary schema(Row row) {
    String fingerprint = row.getString("fingerprint");
    return fingerprint == null
        ? null
        : new SchemaSummary(
            fingerprint, row.getInteger("tables"), Instant.ofEpochMilli(row.getLong("version")));
  }

  private Map<UUID, List<AgentView>> agents(RowSet<Row> found) {
    Instant silentBefore = Instant.now().minus(config.redAfter());
    return grouped(found, row -> AgentRow.read(row, silentBefore));
  }

  private static Map<UUID, List<LedgerView.Kept>> ledgers(RowSet<Row> found) {
    return grouped(found, StatusTable::ledger);
  }

  private static LedgerView.Kept ledger(Row row) {
    Instant at = row.getOffsetDateTime("changed_at").toInstant();
    return new LedgerView.Kept(
        row.getString("instance_id"),
        new LedgerView(row.getLong("lines"), row.getString("hash"), at),
        row.getLong("highest_lines"),
        row.getString("highest_hash"),
        row.getString("warning"));
  }

  private static <T> Map<UUID, List<T>> grouped(RowSet<Row> found, Function<Row, T> read) {
    return StreamSupport.stream(found.spliterator(), false)
        .collect(
            Collectors.groupingBy(
                row -> row.getUUID("connection_id"),
                Collectors.mapping(read, Collectors.toList())));
  }
}
