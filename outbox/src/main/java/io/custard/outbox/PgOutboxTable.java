package io.custard.outbox;

import io.custard.outbox.Round.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The table in PostgreSQL. The rows stay locked while they are published. A row whose key has an
 * earlier row that waits is never taken, even when that one is locked by another replica, so each
 * key keeps its order; whoever appends holds a lock on the entity of that key, so ids follow
 * commits.
 */
@ApplicationScoped
class PgOutboxTable implements OutboxTable {
  private static final String HEADS =
      """
      select o.id, o.topic, o.owner, o.key, o.payload, o.attempts
      from {schema}.outbox o
      where o.set_aside_at is null and o.retry_at <= now() and not exists (
        select 1 from {schema}.outbox earlier
        where earlier.topic = o.topic and earlier.key = o.key and earlier.id < o.id
          and earlier.set_aside_at is null)
      order by o.id
      limit $1
      for update of o skip locked
      """;
  private static final String DELETE = "delete from {schema}.outbox where id = any($1)";
  private static final String REFUSED =
      """
      update {schema}.outbox set
        attempts = attempts + 1, refusal = $2,
        retry_at = now() + make_interval(secs => $3),
        set_aside_at = case when $4 then now() end
      where id = $1
      """;
  private static final String CONTENTS =
      """
      select count(*) filter (where set_aside_at is null) as waiting,
        min(created_at) filter (where set_aside_at is null) as oldest,
        count(set_aside_at) as set_aside
      from {schema}.outbox
      """;

  private final Pool pool;
  private final String heads;
  private final String delete;
  private final String refused;
  private final String contents;

  PgOutboxTable(Pool pool, OutboxConfig config) {
    this.pool = pool;
    this.heads = config.in(HEADS);
    this.delete = config.in(DELETE);
    this.refused = config.in(REFUSED);
    this.contents = config.in(CONTENTS);
  }

  @Override
  public Uni<Integer> withHeads(int limit, Function<List<OutboxRow>, Uni<Round>> publish) {
    return pool.withTransaction(session ->
        session
            .preparedQuery(heads)
            .execute(Tuple.of(limit))
            .map(PgOutboxTable::rows)
            .chain(heads -> publish.apply(heads))
            .call(round -> delete(session, round.sent()))
            .call(round -> mark(session, round.refused()))
            .map(PgOutboxTable::gone));
  }

  @Override
  public Uni<Contents> contents() {
    return pool.query(contents)
        .execute()
        .map(found -> found.iterator().next())
        .map(row ->
            new Contents(row.getLong("waiting"), instant(row, "oldest"), row.getLong("set_aside")));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }

  private static int gone(Round round) {
    long setAside = round.refused().stream().filter(refusal -> refusal.again() == null).count();
    return round.sent().size() + (int) setAside;
  }

  private static List<OutboxRow> rows(RowSet<Row> found) {
    return StreamSupport.stream(found.spliterator(), false).map(PgOutboxTable::row).toList();
  }

  private static OutboxRow row(Row row) {
    return new OutboxRow(
        row.getLong("id"),
        row.getString("topic"),
        row.getString("owner"),
        row.getString("key"),
        row.getString("payload"),
        row.getInteger("attempts"));
  }

  private Uni<Void> delete(SqlClient session, List<Long> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .preparedQuery(delete)
            .execute(Tuple.of(ids.toArray(Long[]::new)))
            .replaceWithVoid();
  }

  private Uni<Void> mark(SqlClient session, List<Refusal> refusals) {
    return refusals.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .preparedQuery(refused)
            .executeBatch(refusals.stream().map(PgOutboxTable::values).toList())
            .replaceWithVoid();
  }

  private static Tuple values(Refusal refusal) {
    double seconds = refusal.again() == null ? 0 : refusal.again().toMillis() / 1000.0;
    return Tuple.of(refusal.id(), refusal.cause(), seconds, refusal.again() == null);
  }
}
