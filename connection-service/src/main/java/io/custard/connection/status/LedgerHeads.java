package io.custard.connection.status;

import static java.util.Objects.requireNonNull;

import io.custard.connection.audit.Actor;
import io.custard.connection.audit.Audit;
import io.custard.connection.audit.Deed;
import io.custard.connection.status.LedgerNews.Step;
import io.custard.connection.status.LinkBatch.Agent;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.AgentHealthV1;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far each agent's ledger reached, so that a tail that was cut off or altered is found.
 *
 * <p>An agent's process has one ledger, so one instance can only go forwards. A new process has a
 * new instance id, also when it continues the ledger of the one before: heads are therefore kept
 * after the link has ended, for the owner to compare ({@code custard-agent ledger verify --head}).
 */
@ApplicationScoped
class LedgerHeads {
  private static final String LAST =
      """
      select l.connection_id, l.instance_id, l.lines, l.hash, l.told_at
      from connection.agent_ledger l
      where (l.connection_id, l.instance_id) in (select * from unnest($1::uuid[], $2::text[]))
      for update
      """;
  private static final String KEEP =
      """
      insert into connection.agent_ledger as l
        (connection_id, instance_id, lines, hash, told_at, changed_at,
         highest_lines, highest_hash, warning)
      values ($1, $2, $3, $4, $5, now(), $3, $4, $6)
      on conflict (connection_id, instance_id) do update set
        changed_at = case when l.lines = excluded.lines and l.hash = excluded.hash
          then l.changed_at else now() end,
        lines = excluded.lines, hash = excluded.hash, told_at = excluded.told_at,
        highest_hash = case when excluded.lines > l.highest_lines
          then excluded.hash else l.highest_hash end,
        highest_lines = greatest(l.highest_lines, excluded.lines),
        warning = coalesce(excluded.warning, l.warning)
      """;
  private static final String OWNER =
      "select organisation_id from connection.connection where id = $1 and deleted_at is null";

  /** Instances of long ago. */
  private static final String FORGET =
      """
      delete from connection.agent_ledger l
      where l.connection_id = $1 and l.instance_id not in (
        select k.instance_id from connection.agent_ledger k
        where k.connection_id = $1 order by k.told_at desc limit 100)
      """;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{0,128}");

  private final Audit audit;

  LedgerHeads(Audit audit) {
    this.audit = audit;
  }

  /**
   * Keeps heads within a transaction, in their order, and says whether a ledger went back. A head
   * that is no head is left out.
   */
  Uni<Boolean> told(SqlClient sql, List<AgentHealthV1> told) {
    List<AgentHealthV1> heads = told.stream().filter(health -> head(health) != null).toList();
    if (heads.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return last(sql, heads.stream().map(Agent::of).distinct().toList())
        .map(LedgerNews::new)
        .invoke(news -> heads.forEach(health -> news.add(health, requireNonNull(head(health)))))
        .call(news -> keep(sql, news.steps()))
        .call(news -> forget(sql, news.begun()))
        .map(LedgerNews::warnings)
        .call(warnings -> tell(sql, warnings))
        .map(warnings -> !warnings.isEmpty());
  }

  private static @Nullable LedgerHead head(AgentHealthV1 health) {
    LedgerHead head = health.ledger();
    boolean isHead = head != null && head.lines() >= 0 && HASH.matcher(head.hash()).matches();
    return isHead ? head : null;
  }

  private static Uni<Map<Agent, LedgerNews.Head>> last(SqlClient sql, List<Agent> agents) {
    UUID[] connections =
        agents.stream().map(agent -> agent.connection().value()).toArray(UUID[]::new);
    String[] instances = agents.stream().map(Agent::instance).toArray(String[]::new);
    return sql.preparedQuery(LAST)
        .execute(Tuple.of(connections, instances))
        .map(found ->
            StreamSupport.stream(found.spliterator(), false)
                .collect(Collectors.toMap(LedgerHeads::agent, LedgerHeads::kept)));
  }

  private static Agent agent(Row row) {
    return new Agent(ConnectionId.of(row.getUUID("connection_id")), row.getString("instance_id"));
  }

  private static LedgerNews.Head kept(Row row) {
    return new LedgerNews.Head(
        row.getLong("lines"), row.getString("hash"), row.getOffsetDateTime("told_at"));
  }

  private static Uni<Void> keep(SqlClient sql, List<Step> steps) {
    return all(sql, KEEP, steps.stream().map(LedgerHeads::values));
  }

  private static Tuple values(Step step) {
    return Tuple.tuple()
        .addUUID(step.health().connectionId().value())
        .addString(step.health().instanceId())
        .addLong(step.head().lines())
        .addString(step.head().hash())
        .addOffsetDateTime(step.head().at())
        .addString(step.warning());
  }

  private static Uni<Void> forget(SqlClient sql, Set<ConnectionId> connections) {
    return all(sql, FORGET, connections.stream().map(connection -> Tuple.of(connection.value())));
  }

  private static Uni<Void> all(SqlClient sql, String each, Stream<Tuple> values) {
    List<Tuple> batch = values.toList();
    return batch.isEmpty()
        ? Uni.createFrom().voidItem()
        : sql.preparedQuery(each).executeBatch(batch).replaceWithVoid();
  }

  private Uni<Void> tell(SqlClient sql, List<Step> warnings) {
    return Multi.createFrom()
        .iterable(warnings)
        .onItem()
        .transformToUniAndConcatenate(step -> tell(sql, step))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> tell(SqlClient sql, Step step) {
    return sql.preparedQuery(OWNER)
        .execute(Tuple.of(step.health().connectionId().value()))
        .chain(owner ->
            owner.size() == 0
                ? Uni.createFrom().voidItem()
                : audit.tell(sql, deed(step, owner.iterator().next().getUUID(0))));
  }

  private static Deed deed(Step step, UUID organisation) {
    AgentHealthV1 health = step.health();
    String keyId = health.keyId();
    String actor = keyId == null ? "unknown" : "agent-key:" + Told.text(keyId, 100);
    return new Deed(
        new Actor(OrganisationId.of(organisation), actor, null),
        health.connectionId(),
        "ledger.went-back",
        Map.of("instance", health.instanceId(), "found", String.valueOf(step.warning())));
  }
}
