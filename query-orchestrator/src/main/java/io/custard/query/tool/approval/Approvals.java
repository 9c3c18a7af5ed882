package io.custard.query.tool.approval;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls that wait for a person, from the wish to their one use. */
@ApplicationScoped
class Approvals {
  /** Waiting calls of one person at most. */
  static final int MOST = 100;

  private static final String COLUMNS =
      """
      id, state, tool, connection_id, token_id, summary, arguments, created_at, expires_at
      """;

  private final Pool pool;

  Approvals(Pool pool) {
    this.pool = pool;
  }

  /**
   * Writes down that a person is asked; the same wish again is the same approval while it waits.
   * Fails with {@code TOOL_APPROVAL_LIMIT}.
   */
  Uni<Asked> ask(Wish wish) {
    return pool.withTransaction(sql ->
        oneAtATime(sql, wish)
            .chain(() -> forgetOld(sql))
            .chain(() -> waiting(sql, wish))
            .chain(found ->
                found
                    .map(same -> Uni.createFrom().item(new Asked(same, false)))
                    .orElseGet(() -> add(sql, wish).map(made -> new Asked(made, true)))));
  }

  /** A call that waits, and whether it does so only now. */
  record Asked(Approval approval, boolean isNew) {}

  /** Counting and adding must not be passed by another of the same person. */
  private static Uni<Void> oneAtATime(SqlConnection sql, Wish wish) {
    return sql.preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
        .execute(Tuple.of("tool_approval " + wish.organisation() + " " + wish.user()))
        .replaceWithVoid();
  }

  /** The audit log keeps what became of them; their arguments are not kept longer than a day. */
  private static Uni<Void> forgetOld(SqlConnection sql) {
    return sql.query(
            """
            delete from query.tool_approval where id in
              (select id from query.tool_approval where expires_at < now() - interval '1 day'
               limit 200 for update skip locked)
            """)
        .execute()
        .replaceWithVoid();
  }

  private static Uni<Optional<Approval>> waiting(SqlConnection sql, Wish wish) {
    return sql.preparedQuery(
            "select "
                + COLUMNS
                + """
                from query.tool_approval
                where organisation_id = $1 and user_id = $2 and token_id = $3 and tool = $4
                  and connection_id = $5 and arguments_sha256 = $6
                  and state = 'pending' and expires_at > now()
                """)
        .execute(key(wish))
        .map(rows -> all(rows).stream().findFirst());
  }

  private static Uni<Approval> add(SqlConnection sql, Wish wish) {
    Tuple values = key(wish).addString(wish.arguments()).addString(wish.summary()).addInteger(MOST);
    return sql.preparedQuery(
            """
            insert into query.tool_approval
              (id, organisation_id, user_id, token_id, tool, connection_id, arguments_sha256,
               arguments, summary, state, expires_at)
            select gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, 'pending',
                   now() + interval '15 minutes'
            where (select count(*) from query.tool_approval
                   where organisation_id = $1 and user_id = $2
                     and state = 'pending' and expires_at > now()) < $9
            returning \
            """
                + COLUMNS)
        .execute(values)
        .map(rows -> all(rows).stream().findFirst().orElseThrow(Approvals::tooMany));
  }

  /** Uses an approval up: true when it was given for exactly this and had not been used. */
  Uni<Boolean> use(Wish wish, UUID id) {
    return pool.preparedQuery(
            """
            update query.tool_approval set state = 'used'
            where organisation_id = $1 and user_id = $2 and token_id = $3 and tool = $4
              and connection_id = $5 and arguments_sha256 = $6
              and id = $7 and state = 'approved' and expires_at > now()
            """)
        .execute(key(wish).addUUID(id))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Those of this person that wait, the oldest first. */
  Uni<List<Approval>> pending(UUID organisation, UUID user) {
    return pool.preparedQuery(
            "select "
                + COLUMNS
                + """
                from query.tool_approval
                where organisation_id = $1 and user_id = $2
                  and state = 'pending' and expires_at > now()
                order by created_at, id limit $3
                """)
        .execute(Tuple.of(organisation, user, MOST))
        .map(Approvals::all);
  }

  private static Tuple key(Wish wish) {
    return Tuple.tuple()
        .addUUID(wish.organisation().value())
        .addUUID(wish.user().value())
        .addString(wish.token())
        .addString(wish.subject().tool())
        .addUUID(wish.connectionId())
        .addString(wish.hash());
  }

  static List<Approval> all(RowSet<Row> rows) {
    List<Approval> found = new ArrayList<>(rows.size());
    rows.forEach(row ->
        found.add(
            new Approval(
                row.getUUID("id"),
                row.getString("state"),
                row.getString("tool"),
                new ConnectionId(row.getUUID("connection_id")),
                row.getString("token_id"),
                row.getString("summary"),
                row.getString("arguments"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant())));
    return found;
  }

  private static CustardException tooMany() {
    return new CustardException(
            ErrorCode.TOOL_APPROVAL_LIMIT,
            "Have a person decide on those that wait, or wait until they expire.")
        .retryAfter(60);
  }
}
