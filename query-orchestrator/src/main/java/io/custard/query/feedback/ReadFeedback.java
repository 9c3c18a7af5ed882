package io.custard.query.feedback;

import io.custard.protocol.OrganisationId;
import io.custard.query.page.Conditions;
import io.custard.query.page.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the feedback of one organisation, for its administrators. */
@ApplicationScoped
class ReadFeedback {
  /** Models, connections and weeks together; a year has 53 weeks. */
  private static final int MOST_GROUPS = 1_000;

  private static final String PERSON =
      """
      select f.*, p.email from query.feedback f
      left join query.identity_person p on p.user_id = f.user_id and not p.deleted
      where %s order by f.given_at desc, f.query_id desc limit %s
      """;

  /** Every way of counting at once; all columns but one are null in each group. */
  private static final String COUNTS =
      """
      select grouping(f.reason, coalesce(f.model, ''), f.connection_id, week) as kind,
        f.reason, coalesce(f.model, '') as model, f.connection_id, week,
        count(*) filter (where f.rating = 'up') as up,
        count(*) filter (where f.rating = 'down') as down
      from query.feedback f,
        lateral (select date_trunc('week', f.given_at at time zone 'UTC')::date as week) w
      where %s
      group by grouping sets ((), (f.reason), (coalesce(f.model, '')), (f.connection_id), (week))
      order by kind desc, week desc, count(*) desc, 2, 3, 4 limit %s
      """;

  private final Pool pool;

  ReadFeedback(Pool pool) {
    this.pool = pool;
  }

  /** One page, the newest first. */
  Uni<FeedbackEntry.Page> find(
      OrganisationId organisation, FeedbackParameters asked, @Nullable Cursor after, int most) {
    Conditions conditions = of(organisation, asked).after("f.given_at", "f.query_id", after);
    return rows(conditions, PERSON, most + 1)
        .map(found -> FeedbackEntry.Page.of(found.stream().map(FeedbackEntry::of).toList(), most));
  }

  Uni<FeedbackSummary> summary(OrganisationId organisation, FeedbackParameters asked) {
    return rows(of(organisation, asked), COUNTS, MOST_GROUPS).map(FeedbackSummary::of);
  }

  private Uni<List<Row>> rows(Conditions conditions, String sql, int most) {
    String limit = conditions.place(most);
    return pool.preparedQuery(sql.formatted(conditions.text(), limit))
        .execute(conditions.values())
        .map(found -> StreamSupport.stream(found.spliterator(), false).toList());
  }

  private static Conditions of(OrganisationId organisation, FeedbackParameters asked) {
    return asked.in(new Conditions().same("f.organisation_id", organisation.value()));
  }
}
