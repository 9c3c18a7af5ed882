package io.custard.connection.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The table in PostgreSQL. The rows stay locked while they are published. A row whose key has an
 * earlier row is never taken, even when that one is locked by another replica, so each key keeps
 * its order; whoever appends holds a lock on the entity of that key, so ids follow commits.
 */
@ApplicationScoped
class PgOutboxTable implements OutboxTable {
  private static final String HEADS =
      """
      select o.id, o.topic, o.key, o.payload
      from connection.outbox o
      where not exists (
        select 1 from connection.outbox earlier
        where earlier.topic = o.topic and earlier.key = o.key and earlier.id < o.id)
      order by o.id
      limit $1
      for update of o skip locked
      """;
  private static final String DELETE = "delete from connection.outbox where id = any($1)";

  private final Pool pool;

  PgOutboxTable(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Integer> withHeads(int limit, Function<List<OutboxRow>, Uni<List<Long>>> publish) {
    return pool.withTransaction(session ->
        session
            .preparedQuery(HEADS)
            .execute(Tuple.of(limit))
            .map(PgOutboxTable::rows)
            .chain(heads -> publish.apply(heads))
            .chain(ids -> delete(session, ids)));
  }

  private static List<OutboxRow> rows(RowSet<Row> found) {
    return StreamSupport.stream(found.spliterator(), false).map(PgOutboxTable::row).toList();
  }

  private static OutboxRow row(Row row) {
    return new OutboxRow(
        row.getLong("id"), row.getString("topic"), row.getString("key"), row.getString("payload"));
  }

  private static Uni<Integer> delete(SqlClient session, List<Long> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(0)
        : session
            .preparedQuery(DELETE)
            .execute(Tuple.of(ids.toArray(Long[]::new)))
            .map(RowSet::rowCount);
  }
}
