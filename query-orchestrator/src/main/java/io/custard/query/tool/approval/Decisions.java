package io.custard.query.tool.approval;

import io.custard.access.Caller;
import io.custard.access.Role;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.tool.approval.Decision.Remember;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what persons decide; each call is decided once. */
@ApplicationScoped
class Decisions {
  private final Pool pool;

  Decisions(Pool pool) {
    this.pool = pool;
  }

  /**
   * By the person whose API token it is, or an administrator of the organisation. What is approved
   * can be used for another quarter of an hour. Fails with {@code TOOL_APPROVAL_NOT_FOUND}.
   */
  Uni<Approval> decide(Caller person, UUID id, Decision decision) {
    return pool.withTransaction(sql ->
        decided(sql, person, id, decision)
            .call(() -> remember(sql, person, id, decision.remember())));
  }

  private static Uni<Approval> decided(
      SqlConnection sql, Caller person, UUID id, Decision decision) {
    return sql.preparedQuery(
            """
            update query.tool_approval
            set state = $4, decided_at = now(), decided_by = $3,
                expires_at = case when $4 = 'approved' then now() + interval '15 minutes'
                             else expires_at end
            where id = $1 and organisation_id = $2 and (user_id = $3 or $5)
              and state = 'pending' and expires_at > now()
            returning id, state, tool, connection_id, token_id, summary, arguments, created_at,
                      expires_at
            """)
        .execute(
            Tuple.of(
                id,
                person.organisationId().value(),
                person.userId().value(),
                decision.isApproval() ? Approval.APPROVED : Approval.REFUSED,
                person.role().isAtLeast(Role.ADMIN)))
        .map(rows -> Approvals.all(rows).stream().findFirst().orElseThrow(Decisions::notThere));
  }

  private static Uni<Void> remember(
      SqlConnection sql, Caller person, UUID id, @Nullable Remember remember) {
    if (remember == null) {
      return Uni.createFrom().voidItem();
    }
    return sql.preparedQuery(
            """
            insert into query.tool_consent
              (id, organisation_id, user_id, token_id, tool, connection_id, given_by, expires_at)
            select gen_random_uuid(), organisation_id, user_id, token_id, tool, connection_id, $3,
                   now() + $4 * interval '1 day'
            from query.tool_approval where id = $1 and organisation_id = $2
            on conflict (organisation_id, user_id, token_id, tool, connection_id) do update
              set given_by = excluded.given_by, expires_at = excluded.expires_at
            """)
        .execute(
            Tuple.of(
                id,
                person.organisationId().value(),
                person.userId().value(),
                (double) remember.days()))
        .replaceWithVoid();
  }

  private static CustardException notThere() {
    return new CustardException(
        ErrorCode.TOOL_APPROVAL_NOT_FOUND,
        "It was decided, has expired or is for somebody else to decide.");
  }
}
