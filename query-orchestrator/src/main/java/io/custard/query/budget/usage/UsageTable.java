package io.custard.query.budget.usage;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.query.budget.usage.UsageWrites.Used;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The table of what was spent. */
@ApplicationScoped
public class UsageTable {
  private static final int MOST = 1_000;

  private final Pool pool;

  UsageTable(Pool pool) {
    this.pool = pool;
  }

  /** Tokens of the whole organisation. */
  public Uni<Long> spent(OrganisationId organisation, Period period) {
    return pool.preparedQuery(
            """
            select coalesce(sum(prompt_tokens + answer_tokens), 0)::bigint from query.model_usage
            where organisation_id = $1 and day >= $2 and day < $3
            """)
        .execute(Tuple.of(organisation.value(), period.first(), period.after()))
        .map(UsageTable::number);
  }

  /** Tokens of one person in it. */
  public Uni<Long> spent(OrganisationId organisation, UserId user, Period period) {
    return pool.preparedQuery(
            """
            select coalesce(sum(prompt_tokens + answer_tokens), 0)::bigint from query.model_usage
            where organisation_id = $1 and day >= $2 and day < $3 and user_id = $4
            """)
        .execute(Tuple.of(organisation.value(), period.first(), period.after(), user.value()))
        .map(UsageTable::number);
  }

  /** All or nothing. */
  Uni<Void> add(Map<Spender, Used> used) {
    List<Tuple> rows = used.entrySet().stream().map(UsageTable::row).toList();
    return pool.withTransaction(connection ->
            connection
                .preparedQuery(
                    """
                    insert into query.model_usage (organisation_id, day, user_id, model, calls,
                        prompt_tokens, answer_tokens)
                    values ($1, $2, $3, $4, $5, $6, $7)
                    on conflict (organisation_id, day, user_id, model) do update
                      set calls = model_usage.calls + excluded.calls,
                          prompt_tokens = model_usage.prompt_tokens + excluded.prompt_tokens,
                          answer_tokens = model_usage.answer_tokens + excluded.answer_tokens
                    """)
                .executeBatch(rows))
        .replaceWithVoid();
  }

  /** Sums by one thing; the latest days or the largest spenders first, 1,000 at most. */
  Uni<List<UsageView>> sums(OrganisationId organisation, Period period, UsageBy by) {
    return pool.preparedQuery(
            """
            select %1$s::text, sum(calls)::bigint, sum(prompt_tokens)::bigint,
                sum(answer_tokens)::bigint
            from query.model_usage
            where organisation_id = $1 and day >= $2 and day < $3
            group by %1$s order by %2$s limit %3$d
            """
                .formatted(by.column(), by.order(), MOST))
        .execute(Tuple.of(organisation.value(), period.first(), period.after()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> UsageView.of(by, row))
                .toList());
  }

  private static Tuple row(Map.Entry<Spender, Used> entry) {
    Spender spender = entry.getKey();
    Used used = entry.getValue();
    return Tuple.tuple()
        .addUUID(spender.organisation().value())
        .addLocalDate(spender.day())
        .addUUID(spender.user().value())
        .addString(spender.model())
        .addLong(used.calls())
        .addLong(used.tokens().prompt())
        .addLong(used.tokens().answer());
  }

  private static long number(RowSet<Row> rows) {
    return rows.iterator().next().getLong(0);
  }
}
