package io.custard.query.history.search;

import io.custard.access.Caller;
import io.custard.intake.ViewLag;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.page.Conditions;
import io.custard.query.page.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads the caller's own history in the organisation they are in, and nobody else's. */
@ApplicationScoped
public class HistorySearch {
  private static final int LONGEST = 200;
  private static final Pattern OUTCOME = Pattern.compile("[A-Z_]{1,100}|answered|failed");

  private final Pool pool;

  HistorySearch(Pool pool) {
    this.pool = pool;
  }

  /** One page, the newest first. */
  Uni<HistoryEntry.Page> find(Caller caller, HistoryParameters asked) {
    int most = Parameters.limit(asked.limit());
    Conditions conditions =
        words(own(caller), asked)
            .same("connection_id", Parameters.id("connection_id", asked.connectionId()))
            .between(
                "created_at",
                Parameters.instant("from", asked.from()),
                Parameters.instant("to", asked.to()));
    outcome(conditions, asked).after("created_at", "id", Parameters.cursor(asked.cursor()));
    String limit = conditions.place(most + 1);
    return pool.preparedQuery(
            "select "
                + HistoryEntry.COLUMNS
                + " from query.history where "
                + conditions.text()
                + " order by created_at desc, id desc limit "
                + limit)
        .execute(conditions.values())
        .map(found ->
            HistoryEntry.Page.of(
                StreamSupport.stream(found.spliterator(), false).map(HistoryEntry::of).toList(),
                most));
  }

  /** Fails with {@code HISTORY_NOT_FOUND}, after a moment: it is written behind the answer. */
  public Uni<HistoryEntry> one(Caller caller, UUID id) {
    return ViewLag.waitOut(
        pool.preparedQuery(
                "select "
                    + HistoryEntry.COLUMNS
                    + " from query.history where organisation_id = $1 and user_id = $2 and id = $3")
            .execute(Tuple.of(caller.organisationId().value(), caller.userId().value(), id))
            .map(HistorySearch::only));
  }

  static CustardException unknown() {
    return new CustardException(
        ErrorCode.HISTORY_NOT_FOUND,
        "Your history has no such entry; GET /api/v1/history lists it.");
  }

  private static HistoryEntry only(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw unknown();
    }
    return HistoryEntry.of(rows.iterator().next());
  }

  private static Conditions own(Caller caller) {
    return new Conditions()
        .same("organisation_id", caller.organisationId().value())
        .same("user_id", caller.userId().value());
  }

  private static Conditions words(Conditions conditions, HistoryParameters asked) {
    String text = asked.q();
    if (text == null) {
      return conditions;
    }
    if (text.length() > LONGEST) {
      throw Parameters.unreadable("q");
    }
    return SearchWords.of(text).in(conditions);
  }

  private static Conditions outcome(Conditions conditions, HistoryParameters asked) {
    String outcome = Parameters.matching("outcome", asked.outcome(), OUTCOME);
    return "failed".equals(outcome)
        ? conditions.and("outcome <> ?", "answered")
        : conditions.and("outcome = ?", outcome);
  }
}
