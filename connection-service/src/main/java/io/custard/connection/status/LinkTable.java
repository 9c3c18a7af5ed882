package io.custard.connection.status;

import io.custard.connection.manage.LinkedConnections;
import io.custard.connection.registry.OwnedConnection;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads links that are not silent, always through the connection's organisation. */
@ApplicationScoped
class LinkTable implements LinkedConnections {
  private static final String HEARD =
      """
      from connection.agent_link l
      join connection.connection c on c.id = l.connection_id and c.deleted_at is null
      where c.organisation_id = $1 and l.seen_at > $2
      """;
  private static final String LINKED = "select distinct l.connection_id " + HEARD;
  private static final String AGENTS =
      "select l.* " + HEARD + " and c.id = $3 order by l.linked_at, l.instance_id";

  private final Pool pool;
  private final StatusConfig config;

  LinkTable(Pool pool, StatusConfig config) {
    this.pool = pool;
    this.config = config;
  }

  @Override
  public Uni<Set<ConnectionId>> of(OrganisationId organisation) {
    return pool.preparedQuery(LINKED)
        .execute(Tuple.of(organisation.value(), heardSince()))
        .map(found ->
            stream(found).map(row -> ConnectionId.of(row.getUUID(0))).collect(Collectors.toSet()));
  }

  Uni<List<AgentView>> agents(OwnedConnection connection) {
    return pool.preparedQuery(AGENTS)
        .execute(Tuple.of(connection.organisation().value(), heardSince(), connection.id().value()))
        .map(found -> stream(found).map(LinkTable::agent).toList());
  }

  private OffsetDateTime heardSince() {
    return Instant.now().minus(config.silence()).atOffset(ZoneOffset.UTC);
  }

  private static Stream<Row> stream(RowSet<Row> found) {
    return StreamSupport.stream(found.spliterator(), false);
  }

  private static @Nullable List<String> texts(String @Nullable [] found) {
    return found == null ? null : List.of(found);
  }

  private static AgentView agent(Row row) {
    return new AgentView(
        row.getString("instance_id"),
        row.getUUID("link_id"),
        row.getString("engine"),
        row.getString("engine_version"),
        row.getString("build"),
        row.getString("lamp"),
        row.getString("code"),
        row.getString("message"),
        row.getString("role_warning"),
        texts(row.getArrayOfStrings("role_findings")),
        row.getString("role_repair"),
        row.getOffsetDateTime("linked_at").toInstant());
  }
}
