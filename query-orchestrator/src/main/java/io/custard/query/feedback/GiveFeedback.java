package io.custard.query.feedback;

import io.custard.access.Caller;
import io.custard.intake.ViewLag;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps what people say of answers of their own, one for each person and answer. */
@ApplicationScoped
class GiveFeedback {
  private static final String GIVE =
      """
      insert into query.feedback (organisation_id, query_id, user_id, rating, reason, comment,
        connection_id, question, sql, model, given_at)
      select organisation_id, id, user_id, $4::text, $5::text, $6::text,
        connection_id, question, sql, model, now()
      from query.history where organisation_id = $1 and user_id = $2 and id = $3
      on conflict (organisation_id, query_id, user_id) do update
        set rating = excluded.rating, reason = excluded.reason, comment = excluded.comment,
          given_at = excluded.given_at
      """;

  private final Pool pool;

  GiveFeedback(Pool pool) {
    this.pool = pool;
  }

  /**
   * Fails with {@code HISTORY_NOT_FOUND} when the answer is not one of theirs; that is said after a
   * moment only, for the history is written behind the answer.
   */
  Uni<Void> give(Caller caller, FeedbackRequest said) {
    Tuple values =
        Tuple.tuple()
            .addUUID(caller.organisationId().value())
            .addUUID(caller.userId().value())
            .addUUID(said.queryId())
            .addString(said.rating().wireName())
            .addString(said.storedReason())
            .addString(said.storedComment());
    return ViewLag.waitOut(
        pool.preparedQuery(GIVE)
            .execute(values)
            .invoke(done -> require(done.rowCount(), ErrorCode.HISTORY_NOT_FOUND))
            .replaceWithVoid());
  }

  /** Fails with {@code FEEDBACK_NOT_FOUND} when they gave none. */
  Uni<Void> takeBack(Caller caller, UUID answer) {
    return pool.preparedQuery(
            """
            delete from query.feedback
            where organisation_id = $1 and user_id = $2 and query_id = $3
            """)
        .execute(Tuple.of(caller.organisationId().value(), caller.userId().value(), answer))
        .invoke(done -> require(done.rowCount(), ErrorCode.FEEDBACK_NOT_FOUND))
        .replaceWithVoid();
  }

  private static void require(int rows, ErrorCode otherwise) {
    if (rows == 0) {
      throw new CustardException(
          otherwise, "Name an answer of your own; GET /api/v1/history lists them.");
    }
  }
}
