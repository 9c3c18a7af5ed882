package io.custard.query.budget;

import io.custard.access.Caller;
import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.query.audit.ChangeAudit;
import io.custard.query.budget.usage.Period;
import io.custard.query.budget.usage.UsageTable;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Map;

/** {@code /api/v1/models/budget}: the limits of the caller's organisation. */
@Path("/api/v1/models/budget")
public class BudgetResource {
  private final Budgets budgets;
  private final UsageTable usage;
  private final ChangeAudit audit;
  private final CurrentCaller current;

  BudgetResource(Budgets budgets, UsageTable usage, ChangeAudit audit, CurrentCaller current) {
    this.budgets = budgets;
    this.usage = usage;
    this.audit = audit;
    this.current = current;
  }

  @GET
  @Needs(Permission.MODEL_USAGE_READ)
  public Uni<BudgetView> show() {
    return view(current.get());
  }

  /** All limits at once; what is absent is as the installation has it. */
  @PUT
  @Needs(Permission.MODEL_CHANGE)
  public Uni<BudgetView> put(@NotNull @Valid Budget budget) {
    Caller caller = current.get();
    return budgets
        .put(caller, budget)
        .invoke(() -> audit.tell(caller, "model_budget.changed", null, details(budget)))
        .chain(() -> view(caller));
  }

  private Uni<BudgetView> view(Caller caller) {
    Period month = Period.month(Instant.now());
    return Uni.combine()
        .all()
        .unis(
            budgets.of(caller.organisationId()),
            budgets.own(caller.organisationId()),
            usage.spent(caller.organisationId(), month))
        .with((budget, own, spent) ->
            new BudgetView(
                budget.organisationTokensPerMonth(),
                budget.personTokensPerDay(),
                budget.questionTokens(),
                own,
                spent,
                month.end()));
  }

  private static Map<String, String> details(Budget budget) {
    return Map.of(
        "organisation_tokens_per_month",
        String.valueOf(budget.organisationTokensPerMonth()),
        "person_tokens_per_day",
        String.valueOf(budget.personTokensPerDay()),
        "question_tokens",
        String.valueOf(budget.questionTokens()));
  }
}
