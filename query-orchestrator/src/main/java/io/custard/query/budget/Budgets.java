package io.custard.query.budget;

import io.custard.access.Caller;
import io.custard.protocol.OrganisationId;
import io.custard.query.fresh.Fresh;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The budgets of organisations. A change counts within a second. */
@ApplicationScoped
public class Budgets {
  private static final Budget NOTHING = new Budget(null, null, null);

  private final Pool pool;
  private final Budget otherwise;
  private final Fresh<OrganisationId, Budget> fresh = new Fresh<>(this::own);

  Budgets(Pool pool, BudgetConfig config) {
    this.pool = pool;
    this.otherwise = Budget.of(config);
  }

  /** What holds for an organisation: its own word before the installation's. */
  public Uni<Budget> of(OrganisationId organisation) {
    return fresh.of(organisation).map(own -> own.orElse(otherwise));
  }

  /** What it says itself. */
  Uni<Budget> own(OrganisationId organisation) {
    return pool.preparedQuery(
            """
            select organisation_tokens_per_month, person_tokens_per_day, question_tokens
            from query.model_budget where organisation_id = $1
            """)
        .execute(Tuple.of(organisation.value()))
        .map(Budgets::first);
  }

  /** In place of what it said before. */
  Uni<Void> put(Caller by, Budget budget) {
    return pool.preparedQuery(
            """
            insert into query.model_budget (organisation_id, organisation_tokens_per_month,
                person_tokens_per_day, question_tokens, changed_by)
            values ($1, $2, $3, $4, $5)
            on conflict (organisation_id) do update
              set organisation_tokens_per_month = excluded.organisation_tokens_per_month,
                  person_tokens_per_day = excluded.person_tokens_per_day,
                  question_tokens = excluded.question_tokens,
                  changed_at = now(), changed_by = excluded.changed_by
            """)
        .execute(
            Tuple.of(
                by.organisationId().value(),
                budget.organisationTokensPerMonth(),
                budget.personTokensPerDay(),
                budget.questionTokens(),
                by.userId().value()))
        .invoke(() -> fresh.forget(by.organisationId()))
        .replaceWithVoid();
  }

  private static Budget first(RowSet<Row> rows) {
    for (Row row : rows) {
      return new Budget(row.getLong(0), row.getLong(1), row.getLong(2));
    }
    return NOTHING;
  }
}
