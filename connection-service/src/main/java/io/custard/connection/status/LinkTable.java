package io.custard.connection.status;

import io.custard.connection.key.LinksByKey;
import io.custard.connection.manage.LinkedConnections;
import io.custard.connection.registry.OwnedConnection;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Answers which links are green, always through the connection's organisation. */
@ApplicationScoped
class LinkTable implements LinkedConnections, LinksByKey {
  private static final String GREEN =
      """
      from connection.agent_link l
      join connection.connection c on c.id = l.connection_id and c.deleted_at is null
      where c.organisation_id = $1 and l.link_lamp = 'green' and l.heard_at > $2
      """;
  private static final String LINKED = "select distinct l.connection_id " + GREEN;
  private static final String BY_KEY =
      "select l.key_id, count(*) " + GREEN + " and c.id = $3 and l.key_id is not null group by 1";

  private final Pool pool;
  private final StatusConfig config;

  LinkTable(Pool pool, StatusConfig config) {
    this.pool = pool;
    this.config = config;
  }

  @Override
  public Uni<Set<ConnectionId>> of(OrganisationId organisation) {
    return pool.preparedQuery(LINKED)
        .execute(Tuple.of(organisation.value(), before(config.redAfter())))
        .map(found ->
            StreamSupport.stream(found.spliterator(), false)
                .map(row -> ConnectionId.of(row.getUUID(0)))
                .collect(Collectors.toSet()));
  }

  @Override
  public Uni<Map<String, Integer>> inUse(OwnedConnection connection) {
    return pool.preparedQuery(BY_KEY)
        .execute(
            Tuple.of(
                connection.organisation().value(),
                before(config.redAfter()),
                connection.id().value()))
        .map(found ->
            StreamSupport.stream(found.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getInteger(1))));
  }

  static OffsetDateTime before(Duration length) {
    return Instant.now().minus(length).atOffset(ZoneOffset.UTC);
  }
}
