package io.custard.query.history;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Adds rows to the history, each once, and deletes them. */
@ApplicationScoped
class HistoryWrites {
  private static final String ADD =
      """
      insert into query.history (id, organisation_id, user_id, connection_id, kind, question, sql,
        model, outcome, row_count, truncated, compose_ms, execute_ms, total_ms, prompt_tokens,
        answer_tokens, created_at, words)
      select t.id, t.org, t.usr, t.con, t.kind, t.question, t.sql, t.model, t.outcome, t.rows,
        t.cut, t.compose, t.execute, t.total, t.prompt, t.answer, t.at, to_tsvector('simple', t.found)
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[],
        $7::text[], $8::text[], $9::text[], $10::int[], $11::boolean[], $12::bigint[],
        $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[], $17::timestamptz[],
        $18::text[]) as t (id, org, usr, con, kind, question, sql, model, outcome, rows, cut, compose,
        execute, total, prompt, answer, at, found)
      on conflict (id) do nothing
      """;

  private static final String PRUNE =
      """
      delete from query.history where id = any(array(
        select old.id from query.history old
        where old.created_at < $1 order by old.created_at limit $2 for update skip locked))
      """;

  private static final String PRUNE_FEEDBACK =
      """
      delete from query.feedback where ctid = any(array(
        select old.ctid from query.feedback old
        where old.given_at < $1 limit $2 for update skip locked))
      """;

  private final Pool pool;

  HistoryWrites(Pool pool) {
    this.pool = pool;
  }

  /** All of them in one statement. */
  Uni<Void> add(List<Told> told) {
    return pool.preparedQuery(ADD).execute(values(told)).replaceWithVoid();
  }

  Uni<Boolean> delete(OrganisationId organisation, UserId user, UUID id) {
    return pool.preparedQuery(
            "delete from query.history where organisation_id = $1 and user_id = $2 and id = $3")
        .execute(Tuple.of(organisation.value(), user.value(), id))
        .map(done -> done.rowCount() > 0);
  }

  Uni<Void> deleteAll(OrganisationId organisation, UserId user) {
    return pool.preparedQuery(
            "delete from query.history where organisation_id = $1 and user_id = $2")
        .execute(Tuple.of(organisation.value(), user.value()))
        .replaceWithVoid();
  }

  /**
   * Deletes up to so many of either kind that are older, and says how many of the one that had
   * more.
   */
  Uni<Integer> prune(Duration age, int limit) {
    OffsetDateTime before = Instant.now().minus(age).atOffset(ZoneOffset.UTC);
    return prune(PRUNE, before, limit)
        .chain(rows -> prune(PRUNE_FEEDBACK, before, limit).map(more -> Math.max(rows, more)));
  }

  private Uni<Integer> prune(String sql, OffsetDateTime before, int limit) {
    return pool.preparedQuery(sql).execute(Tuple.of(before, limit)).map(done -> done.rowCount());
  }

  private static Tuple values(List<Told> told) {
    Columns all = new Columns(told);
    return Tuple.tuple()
        .addArrayOfUUID(all.of(row -> row.id().value(), UUID[]::new))
        .addArrayOfUUID(all.of(row -> row.asked().organisation().value(), UUID[]::new))
        .addArrayOfUUID(all.of(row -> row.asked().user().value(), UUID[]::new))
        .addArrayOfUUID(all.of(row -> row.asked().connection().value(), UUID[]::new))
        .addArrayOfString(all.of(Told::kind, String[]::new))
        .addArrayOfString(all.of(Told::storedQuestion, String[]::new))
        .addArrayOfString(all.of(Told::storedSql, String[]::new))
        .addArrayOfString(all.of(Told::model, String[]::new))
        .addArrayOfString(all.of(Told::outcome, String[]::new))
        .addArrayOfInteger(all.of(row -> row.figures().rowCount(), Integer[]::new))
        .addArrayOfBoolean(all.of(row -> row.figures().truncated(), Boolean[]::new))
        .addArrayOfLong(all.of(row -> row.figures().composeMs(), Long[]::new))
        .addArrayOfLong(all.of(row -> row.figures().executeMs(), Long[]::new))
        .addArrayOfLong(all.of(row -> row.figures().totalMs(), Long[]::new))
        .addArrayOfLong(all.of(row -> row.figures().promptTokens(), Long[]::new))
        .addArrayOfLong(all.of(row -> row.figures().answerTokens(), Long[]::new))
        .addArrayOfOffsetDateTime(
            all.of(row -> row.asked().at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
        .addArrayOfString(all.of(Told::found, String[]::new));
  }

  private record Columns(List<Told> rows) {
    <T> T[] of(Function<Told, @Nullable T> value, IntFunction<T[]> array) {
      T[] column = array.apply(rows.size());
      for (int i = 0; i < column.length; i++) {
        column[i] = value.apply(rows.get(i));
      }
      return column;
    }
  }
}
