package io.custard.query.tool.approval;

import io.custard.access.Caller;
import io.custard.access.Role;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Approvals that were given for a while. */
@ApplicationScoped
class Consents {
  /** Listed at most; a person has few tokens, tools and connections. */
  private static final int LISTED = 1_000;

  private static final String COLUMNS = "id, tool, connection_id, token_id, expires_at";

  private final Pool pool;

  Consents(Pool pool) {
    this.pool = pool;
  }

  /** Whether one covers this wish. */
  Uni<Boolean> covers(Wish wish) {
    return pool.preparedQuery(
            """
            select 1 from query.tool_consent
            where organisation_id = $1 and user_id = $2 and token_id = $3 and tool = $4
              and connection_id = $5 and expires_at > now()
            """)
        .execute(
            Tuple.of(
                wish.organisation().value(),
                wish.user().value(),
                wish.token(),
                wish.subject().tool(),
                wish.connectionId()))
        .map(rows -> rows.size() > 0);
  }

  /** Those of this person. */
  Uni<List<Remembered>> of(Caller person) {
    return pool.preparedQuery(
            "select "
                + COLUMNS
                + """
                 from query.tool_consent
                where organisation_id = $1 and user_id = $2 and expires_at > now()
                order by tool, connection_id, token_id limit $3
                """)
        .execute(Tuple.of(person.organisationId().value(), person.userId().value(), LISTED))
        .map(Consents::all);
  }

  /** By the person or an administrator. Fails with {@code TOOL_APPROVAL_NOT_FOUND}. */
  Uni<Remembered> withdraw(Caller person, UUID id) {
    return pool.preparedQuery(
            """
            delete from query.tool_consent
            where id = $1 and organisation_id = $2 and (user_id = $3 or $4) returning \
            """
                + COLUMNS)
        .execute(
            Tuple.of(
                id,
                person.organisationId().value(),
                person.userId().value(),
                person.role().isAtLeast(Role.ADMIN)))
        .map(rows ->
            all(rows).stream()
                .findFirst()
                .orElseThrow(() ->
                    new CustardException(
                        ErrorCode.TOOL_APPROVAL_NOT_FOUND, "It has ended or was taken back.")));
  }

  private static List<Remembered> all(RowSet<Row> rows) {
    List<Remembered> found = new ArrayList<>(rows.size());
    rows.forEach(row ->
        found.add(
            new Remembered(
                row.getUUID("id"),
                row.getString("tool"),
                new ConnectionId(row.getUUID("connection_id")),
                row.getString("token_id"),
                row.getOffsetDateTime("expires_at").toInstant())));
    return found;
  }
}
