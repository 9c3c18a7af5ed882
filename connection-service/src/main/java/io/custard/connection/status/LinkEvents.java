package io.custard.connection.status;

import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.custard.protocol.event.LinkEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies what gateways say of links; any event may come again.
 *
 * <p>Of two links of one instance the later wins, and the end of a link removes only that link.
 * Health also makes a row, because the event that told of the link may have left the topic before
 * this service ever read it. A time ahead of our clock counts as now.
 */
@ApplicationScoped
class LinkEvents {
  private static final String LINKED =
      """
      insert into connection.agent_link as l
        (connection_id, instance_id, link_id, engine, engine_version, build, lamp,
         linked_at, seen_at)
      values ($1, $2, $3, $4, $5, $6, 'unknown', $7, $7)
      on conflict (connection_id, instance_id) do update set
        link_id = excluded.link_id, engine = excluded.engine,
        engine_version = excluded.engine_version, build = excluded.build,
        lamp = 'unknown', code = null, message = null, role_warning = null,
        role_findings = null, role_repair = null,
        linked_at = excluded.linked_at, seen_at = excluded.seen_at
      where l.link_id <> excluded.link_id and l.linked_at <= excluded.linked_at
      """;
  private static final String HEALTH =
      """
      insert into connection.agent_link as l
        (connection_id, instance_id, link_id, lamp, code, message, role_warning,
         role_findings, role_repair, linked_at, seen_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
      on conflict (connection_id, instance_id) do update set
        lamp = excluded.lamp, code = excluded.code, message = excluded.message,
        role_warning = excluded.role_warning, role_findings = excluded.role_findings,
        role_repair = excluded.role_repair, seen_at = excluded.seen_at
      where l.link_id = excluded.link_id and l.seen_at <= excluded.seen_at
      """;
  private static final String UNLINKED =
      """
      delete from connection.agent_link
      where connection_id = $1 and instance_id = $2 and link_id = $3
      """;

  /** What ended without a word, for example because its gateway died. */
  private static final String FORGET =
      "delete from connection.agent_link where connection_id = $1 and seen_at < $2";

  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private final Pool pool;

  LinkEvents(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> apply(LinkEvent event) {
    return switch (event) {
      case AgentLinkedV1 linked -> run(LINKED, values(linked)).chain(() -> forget(linked));
      case AgentHealthV1 health -> run(HEALTH, values(health));
      case AgentUnlinkedV1 unlinked -> run(UNLINKED, values(unlinked));
    };
  }

  private Uni<Void> forget(AgentLinkedV1 newer) {
    OffsetDateTime longAgo = OffsetDateTime.now(ZoneOffset.UTC).minus(FORGOTTEN_AFTER);
    return run(FORGET, Tuple.of(newer.connectionId().value(), longAgo));
  }

  private Uni<Void> run(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).replaceWithVoid();
  }

  private static Tuple values(AgentLinkedV1 linked) {
    return Tuple.from(
        List.of(
            linked.connectionId().value(),
            linked.instanceId(),
            linked.linkId().value(),
            linked.engine().dialect(),
            linked.engine().version(),
            linked.build(),
            time(linked.atEpochMillis())));
  }

  private static Tuple values(AgentHealthV1 health) {
    return Tuple.tuple()
        .addUUID(health.connectionId().value())
        .addString(health.instanceId())
        .addUUID(health.linkId().value())
        .addString(health.database())
        .addString(health.code())
        .addString(health.message())
        .addString(health.roleWarning())
        .addArrayOfString(texts(health.roleFindings()))
        .addString(health.roleRepair())
        .addOffsetDateTime(time(health.atEpochMillis()));
  }

  private static String @Nullable [] texts(@Nullable List<String> list) {
    return list == null ? null : list.toArray(String[]::new);
  }

  private static Tuple values(AgentUnlinkedV1 unlinked) {
    return Tuple.of(
        unlinked.connectionId().value(), unlinked.instanceId(), unlinked.linkId().value());
  }

  private static OffsetDateTime time(long epochMillis) {
    long bounded = Math.clamp(epochMillis, 0, System.currentTimeMillis());
    return Instant.ofEpochMilli(bounded).atOffset(ZoneOffset.UTC);
  }
}
