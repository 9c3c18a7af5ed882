package io.custard.query.step.follow;

import io.custard.intake.ViewLag;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.history.Told;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Statements of answers in the asker's own history. */
@ApplicationScoped
class FormerAnswers {
  private final Pool pool;

  FormerAnswers(Pool pool) {
    this.pool = pool;
  }

  /** Empty, after a moment, for what is not there, was not answered or is of another connection. */
  Uni<Optional<String>> sql(Work work, UUID id) {
    return ViewLag.waitOut(
            pool.preparedQuery(
                    """
                    select sql from query.history
                    where id = $1 and organisation_id = $2 and user_id = $3
                      and connection_id = $4 and outcome = $5
                    """)
                .execute(
                    Tuple.of(
                        id,
                        work.asker().organisation().value(),
                        work.asker().user().value(),
                        work.connection().id().value(),
                        Told.ANSWERED))
                .map(FormerAnswers::only))
        .map(Optional::of)
        .onFailure(ErrorCode.HISTORY_NOT_FOUND::isOf)
        .recoverWithItem(Optional.empty());
  }

  private static String only(RowSet<Row> rows) {
    for (Row row : rows) {
      return row.getString("sql");
    }
    throw new CustardException(ErrorCode.HISTORY_NOT_FOUND, "There is no such answer.");
  }
}
