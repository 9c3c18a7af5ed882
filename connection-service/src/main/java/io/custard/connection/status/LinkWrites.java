package io.custard.connection.status;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.PolicySummary;
import io.custard.protocol.event.AgentHealthV1;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.AgentUnlinkedV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes links. Of two links of one instance the later wins, and the end of a link removes only
 * that link. Health also makes a row, because the event that told of the link may have left the
 * topic before this service ever read it. A time ahead of our clock counts as now.
 */
@ApplicationScoped
class LinkWrites {
  private static final String LINKED =
      """
      insert into connection.agent_link as l
        (connection_id, instance_id, link_id, engine, engine_version, build, capabilities,
         policy_hash, policy_summary, key_id, database_lamp, linked_at, seen_at, heard_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'unknown', $11, $11, now())
      on conflict (connection_id, instance_id) do update set
        link_id = excluded.link_id, engine = excluded.engine,
        engine_version = excluded.engine_version, build = excluded.build,
        capabilities = excluded.capabilities, policy_hash = excluded.policy_hash,
        policy_summary = excluded.policy_summary, key_id = excluded.key_id,
        link_lamp = 'green', loop_lamp = 'unknown', database_lamp = 'unknown',
        link_since = now(), loop_since = now(), database_since = now(),
        in_flight = null, draining = false,
        code = null, message = null, role_warning = null,
        role_findings = null, role_repair = null,
        linked_at = excluded.linked_at, seen_at = excluded.seen_at, heard_at = now()
      where l.link_id <> excluded.link_id and l.linked_at <= excluded.linked_at
      """;
  private static final String HEALTH =
      """
      insert into connection.agent_link as l
        (connection_id, instance_id, link_id, database_lamp, code, message, role_warning,
         role_findings, role_repair, link_lamp, loop_lamp, in_flight, draining,
         policy_hash, policy_summary, key_id, linked_at, seen_at, heard_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
        $17, $17, now())
      on conflict (connection_id, instance_id) do update set
        database_since = case when l.database_lamp = excluded.database_lamp
          then l.database_since else now() end,
        link_since = case when l.link_lamp = excluded.link_lamp then l.link_since else now() end,
        loop_since = case when l.loop_lamp = excluded.loop_lamp then l.loop_since else now() end,
        database_lamp = excluded.database_lamp,
        link_lamp = excluded.link_lamp, loop_lamp = excluded.loop_lamp,
        code = excluded.code, message = excluded.message,
        role_warning = excluded.role_warning, role_findings = excluded.role_findings,
        role_repair = excluded.role_repair, in_flight = excluded.in_flight,
        draining = excluded.draining,
        policy_hash = coalesce(excluded.policy_hash, l.policy_hash),
        policy_summary = coalesce(excluded.policy_summary, l.policy_summary),
        key_id = coalesce(excluded.key_id, l.key_id),
        seen_at = excluded.seen_at, heard_at = now()
      where l.link_id = excluded.link_id and l.seen_at <= excluded.seen_at
      """;
  private static final String UNLINKED =
      """
      delete from connection.agent_link
      where connection_id = $1 and instance_id = $2 and link_id = $3
      """;

  /** What ended without a word, for example because its gateway died. */
  private static final String FORGET =
      """
      delete from connection.agent_link
      where connection_id = any($1) and heard_at < now() - interval '10 minutes'
      """;

  private static final int SHORT = 200;
  private static final int SENTENCE = 1_000;
  private static final int SCRIPT = 20_000;
  private static final int MOST = 50;

  /** Stores a stage within a transaction and says which health was news. */
  Uni<List<HealthRun>> write(SqlClient sql, LinkBatch.Stage stage) {
    return all(sql, LINKED, stage.linked().stream().map(LinkWrites::linked))
        .chain(() -> all(sql, HEALTH, stage.health().stream().map(LinkWrites::health)))
        .map(done -> news(stage.health(), done.orElse(null)))
        .call(() -> all(sql, UNLINKED, stage.unlinked().stream().map(LinkWrites::unlinked)));
  }

  private static Uni<Optional<RowSet<Row>>> all(SqlClient sql, String each, Stream<Tuple> values) {
    List<Tuple> batch = values.toList();
    return batch.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : sql.preparedQuery(each).executeBatch(batch).map(Optional::of);
  }

  /** All but older events that came again and those of a replaced link. */
  private static List<HealthRun> news(List<HealthRun> runs, @Nullable RowSet<Row> first) {
    List<HealthRun> news = new ArrayList<>();
    RowSet<Row> done = first;
    for (HealthRun run : runs) {
      if (done != null && done.rowCount() > 0) {
        news.add(run);
      }
      done = done == null ? null : done.next();
    }
    return news;
  }

  private static Tuple linked(AgentLinkedV1 event) {
    PolicySummary policy = event.policy();
    return Tuple.tuple()
        .addUUID(event.connectionId().value())
        .addString(event.instanceId())
        .addUUID(event.linkId().value())
        .addString(Told.text(event.engine().dialect(), SHORT))
        .addString(Told.text(event.engine().version(), SHORT))
        .addString(Told.text(event.build(), SHORT))
        .addArrayOfString(Told.texts(event.capabilities(), MOST, SHORT))
        .addString(hash(policy))
        .addString(summary(policy))
        .addString(Told.text(event.keyId(), SHORT))
        .addOffsetDateTime(time(event.atEpochMillis()));
  }

  private static Tuple health(HealthRun run) {
    AgentHealthV1 event = run.newest();
    return Tuple.tuple()
        .addUUID(event.connectionId().value())
        .addString(event.instanceId())
        .addUUID(event.linkId().value())
        .addString(Told.lamp(event.database(), "unknown"))
        .addString(Told.text(event.code(), SHORT))
        .addString(Told.text(event.message(), SENTENCE))
        .addString(Told.text(event.roleWarning(), SENTENCE))
        .addArrayOfString(Told.texts(event.roleFindings(), MOST, SENTENCE))
        .addString(Told.text(event.roleRepair(), SCRIPT))
        .addString(Told.lamp(event.link(), "green"))
        .addString(Told.lamp(event.loop(), "unknown"))
        .addInteger(event.inFlight())
        .addBoolean(Boolean.TRUE.equals(event.draining()))
        .addString(hash(run.policy()))
        .addString(summary(run.policy()))
        .addString(Told.text(run.keyId(), SHORT))
        .addOffsetDateTime(run.at());
  }

  private static Tuple unlinked(AgentUnlinkedV1 event) {
    return Tuple.of(event.connectionId().value(), event.instanceId(), event.linkId().value());
  }

  Uni<Void> forget(SqlClient sql, Set<ConnectionId> connections) {
    UUID[] ids = connections.stream().map(ConnectionId::value).toArray(UUID[]::new);
    return ids.length == 0
        ? Uni.createFrom().voidItem()
        : sql.preparedQuery(FORGET).execute(Tuple.tuple().addArrayOfUUID(ids)).replaceWithVoid();
  }

  static OffsetDateTime time(long epochMillis) {
    long bounded = Math.clamp(epochMillis, 0, System.currentTimeMillis());
    return Instant.ofEpochMilli(bounded).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String hash(@Nullable PolicySummary policy) {
    return policy == null ? null : Told.text(policy.hash(), SHORT);
  }

  private static @Nullable String summary(@Nullable PolicySummary policy) {
    return policy == null ? null : Told.text(policy.summary(), SENTENCE);
  }
}
