package io.custard.auth.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The queue in PostgreSQL. Who takes a mail counts the attempt and puts its next one off until the
 * lease ends, so a replica that dies while it sends leaves the mail to the others.
 */
@ApplicationScoped
class MailTable {
  private static final String TAKE =
      """
      update auth.mails set attempts = attempts + 1, retry_at = now() + make_interval(secs => $2)
      where id in (
        select id from auth.mails where retry_at <= now() order by retry_at limit $1
        for update skip locked)
      returning id, kind, recipient, subject_id, details, attempts
      """;
  private static final String DELETE = "delete from auth.mails where id = $1";
  private static final String LATER =
      "update auth.mails set retry_at = now() + make_interval(secs => $2) where id = $1";
  private static final String WAITING = "select count(*) from auth.mails";

  private final Pool pool;

  MailTable(Pool pool) {
    this.pool = pool;
  }

  /**
   * A mail that was taken.
   *
   * @param attempts with this one
   */
  record Taken(long id, QueuedMail mail, int attempts) {}

  Uni<List<Taken>> take(int limit, Duration lease) {
    return pool.preparedQuery(TAKE)
        .execute(Tuple.of(limit, seconds(lease)))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(MailTable::taken).toList());
  }

  Uni<Void> delete(long id) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(id)).replaceWithVoid();
  }

  Uni<Void> later(long id, Duration pause) {
    return pool.preparedQuery(LATER).execute(Tuple.of(id, seconds(pause))).replaceWithVoid();
  }

  Uni<Long> waiting() {
    return pool.query(WAITING).execute().map(rows -> rows.iterator().next().getLong(0));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static Taken taken(Row row) {
    QueuedMail mail =
        new QueuedMail(
            row.getString("kind"),
            row.getString("recipient"),
            row.getUUID("subject_id"),
            row.getString("details"));
    return new Taken(row.getLong("id"), mail, row.getInteger("attempts"));
  }
}
