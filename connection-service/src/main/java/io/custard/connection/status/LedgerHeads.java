package io.custard.connection.status;

import io.custard.connection.audit.Actor;
import io.custard.connection.audit.Audit;
import io.custard.connection.audit.Deed;
import io.custard.outbox.Outbox;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.AgentHealthV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
      select l.lines, l.hash, l.told_at > $3 as later
      from connection.agent_ledger l where l.connection_id = $1 and l.instance_id = $2
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

  private final Pool pool;
  private final Audit audit;
  private final Outbox outbox;

  LedgerHeads(Pool pool, Audit audit, Outbox outbox) {
    this.pool = pool;
    this.audit = audit;
    this.outbox = outbox;
  }

  /** A head that is no head is left out. */
  Uni<Void> told(AgentHealthV1 health) {
    LedgerHead head = health.ledger();
    if (head == null || head.lines() < 0 || !HASH.matcher(head.hash()).matches()) {
      return Uni.createFrom().voidItem();
    }
    return pool.withTransaction(sql -> compare(sql, health, head))
        .invoke(wentBack -> {
          if (wentBack) {
            outbox.kick();
          }
        })
        .replaceWithVoid();
  }

  private Uni<Boolean> compare(SqlClient sql, AgentHealthV1 health, LedgerHead head) {
    Tuple key =
        Tuple.of(
            health.connectionId().value(),
            health.instanceId(),
            LinkWrites.time(health.atEpochMillis()));
    return sql.preparedQuery(LAST)
        .execute(key)
        .map(LedgerHeads::first)
        .chain(last -> keep(sql, health, head, last.orElse(null)));
  }

  private Uni<Boolean> keep(
      SqlClient sql, AgentHealthV1 health, LedgerHead head, @Nullable Row last) {
    if (last != null && last.getBoolean("later")) {
      return Uni.createFrom().item(false); // came again
    }
    String warning = last == null ? null : warning(last, head);
    Tuple values =
        Tuple.tuple()
            .addUUID(health.connectionId().value())
            .addString(health.instanceId())
            .addLong(head.lines())
            .addString(head.hash())
            .addOffsetDateTime(LinkWrites.time(health.atEpochMillis()))
            .addString(warning);
    return sql.preparedQuery(KEEP)
        .execute(values)
        .chain(() -> last == null ? forget(sql, health) : Uni.createFrom().voidItem())
        .chain(() -> warning == null ? Uni.createFrom().voidItem() : tell(sql, health, warning))
        .replaceWith(warning != null);
  }

  private static @Nullable String warning(Row last, LedgerHead head) {
    long lines = last.getLong("lines");
    if (head.lines() < lines) {
      return "The ledger had %d lines and now has %d: its end was cut off."
          .formatted(lines, head.lines());
    }
    return head.lines() == lines && !head.hash().equals(last.getString("hash"))
        ? "Line %d of the ledger is not what it was: it was altered.".formatted(lines)
        : null;
  }

  private static Uni<Void> forget(SqlClient sql, AgentHealthV1 health) {
    return sql.preparedQuery(FORGET)
        .execute(Tuple.of(health.connectionId().value()))
        .replaceWithVoid();
  }

  private Uni<Void> tell(SqlClient sql, AgentHealthV1 health, String warning) {
    return sql.preparedQuery(OWNER)
        .execute(Tuple.of(health.connectionId().value()))
        .map(LedgerHeads::first)
        .chain(owner ->
            owner.isEmpty()
                ? Uni.createFrom().voidItem()
                : audit.tell(sql, deed(health, owner.get().getUUID(0), warning)));
  }

  private static Deed deed(AgentHealthV1 health, UUID organisation, String warning) {
    String keyId = health.keyId();
    String actor = keyId == null ? "unknown" : "agent-key:" + Told.text(keyId, 100);
    return new Deed(
        new Actor(OrganisationId.of(organisation), actor, null),
        health.connectionId(),
        "ledger.went-back",
        Map.of("instance", health.instanceId(), "found", warning));
  }

  private static Optional<Row> first(RowSet<Row> found) {
    return found.size() == 0 ? Optional.empty() : Optional.of(found.iterator().next());
  }
}
