package io.custard.query.thread;

import io.custard.access.Caller;
import io.custard.access.Permission;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.query.connection.KnownConnections;
import io.custard.query.page.Conditions;
import io.custard.query.page.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Threads in PostgreSQL. Each is its owner's; what is shared is only read by others. */
@ApplicationScoped
public class Threads {
  private static final String UNTITLED = "New thread";
  private static final int LONGEST_SEARCH = 200;

  private final Pool pool;
  private final KnownConnections connections;

  Threads(Pool pool, KnownConnections connections) {
    this.pool = pool;
    this.connections = connections;
  }

  Uni<Conversation> create(Caller caller, ThreadRequest request) {
    return usable(caller, request.connectionId())
        .chain(() ->
            pool.preparedQuery(
                    """
                    insert into query.thread (id, organisation_id, user_id, title, connection_id,
                        model, shared)
                    values ($1, $2, $3, $4, $5, nullif($6, ''), $7) returning *
                    """)
                .execute(
                    Tuple.tuple()
                        .addUUID(UUID.randomUUID())
                        .addUUID(caller.organisationId().value())
                        .addUUID(caller.userId().value())
                        .addString(Objects.requireNonNullElse(request.title(), UNTITLED))
                        .addUUID(request.connectionId())
                        .addString(request.model())
                        .addBoolean(Boolean.TRUE.equals(request.shared()))))
        .map(rows -> only(rows, caller));
  }

  /** The caller's own, the latest first. */
  Uni<Conversation.Page> list(
      Caller caller, @Nullable String words, @Nullable String cursor, @Nullable String limit) {
    if (words != null && words.length() > LONGEST_SEARCH) {
      throw Parameters.unreadable("q");
    }
    int most = Parameters.limit(limit);
    Conditions conditions =
        new Conditions()
            .same("organisation_id", caller.organisationId().value())
            .same("user_id", caller.userId().value())
            .and(
                """
                (title ilike ? or exists (select from query.thread_message m
                  where m.thread_id = thread.id and (m.question ilike ? or m.sql ilike ?)))\
                """,
                words == null ? null : "%" + escaped(words) + "%")
            .after("updated_at", "id", Parameters.cursor(cursor));
    String size = conditions.place(most + 1);
    return pool.preparedQuery(
            "select * from query.thread where "
                + conditions.text()
                + " order by updated_at desc, id desc limit "
                + size)
        .execute(conditions.values())
        .map(rows ->
            Conversation.Page.of(
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> Conversation.of(row, caller.userId().value()))
                    .toList(),
                most));
  }

  /**
   * One the caller may read: their own, or a shared one whose connection they may ask. Fails with
   * {@code THREAD_NOT_FOUND}.
   */
  public Uni<Conversation> readable(Caller caller, UUID id) {
    return find(caller, id)
        .chain(found -> found.own() ? Uni.createFrom().item(found) : shared(caller, found));
  }

  /** One the caller may write in. Fails with {@code THREAD_NOT_FOUND}. */
  public Uni<Conversation> own(Caller caller, UUID id) {
    return find(caller, id)
        .map(found -> {
          if (!found.own()) {
            throw notFound();
          }
          return found;
        });
  }

  Uni<Conversation> change(Caller caller, UUID id, ThreadRequest request) {
    return own(caller, id)
        .chain(own -> usable(caller, request.connectionId()))
        .chain(() ->
            pool.preparedQuery(
                    """
                    update query.thread set title = coalesce($4, title),
                        connection_id = coalesce($5, connection_id),
                        model = case when $6::text is null then model else nullif($6, '') end,
                        shared = coalesce($7, shared), updated_at = now()
                    where id = $1 and organisation_id = $2 and user_id = $3 returning *
                    """)
                .execute(
                    Tuple.tuple()
                        .addUUID(id)
                        .addUUID(caller.organisationId().value())
                        .addUUID(caller.userId().value())
                        .addString(request.title())
                        .addUUID(request.connectionId())
                        .addString(request.model())
                        .addBoolean(request.shared())))
        .map(rows -> only(rows, caller));
  }

  /** With all its messages. */
  Uni<Void> delete(Caller caller, UUID id) {
    return own(caller, id)
        .chain(own ->
            pool.preparedQuery(
                    """
                    delete from query.thread
                    where id = $1 and organisation_id = $2 and user_id = $3
                    """)
                .execute(Tuple.of(id, caller.organisationId().value(), caller.userId().value())))
        .replaceWithVoid();
  }

  private Uni<Conversation> shared(Caller caller, Conversation found) {
    UUID connection = found.connectionId();
    return connection == null
        ? Uni.createFrom().failure(notFound())
        : usable(caller, connection).replaceWith(found).onFailure().transform(no -> notFound());
  }

  private Uni<Void> usable(Caller caller, @Nullable UUID connection) {
    return connection == null
        ? Uni.createFrom().voidItem()
        : connections
            .find(new ConnectionId(connection), caller, Permission.QUERY_ASK)
            .replaceWithVoid();
  }

  private Uni<Conversation> find(Caller caller, UUID id) {
    return pool.preparedQuery(
            """
            select * from query.thread
            where id = $1 and organisation_id = $2 and (user_id = $3 or shared)
            """)
        .execute(Tuple.of(id, caller.organisationId().value(), caller.userId().value()))
        .map(rows -> only(rows, caller));
  }

  private static Conversation only(RowSet<Row> rows, Caller caller) {
    if (rows.size() == 0) {
      throw notFound();
    }
    return Conversation.of(rows.iterator().next(), caller.userId().value());
  }

  private static CustardException notFound() {
    return new CustardException(
        ErrorCode.THREAD_NOT_FOUND, "There is no thread with this id that you may use.");
  }

  private static String escaped(String words) {
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace('\0', ' ');
  }
}
