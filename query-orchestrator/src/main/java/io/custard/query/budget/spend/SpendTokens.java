package io.custard.query.budget.spend;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.budget.Budget;
import io.custard.query.budget.Budgets;
import io.custard.query.budget.spend.SpendScript.Outcome;
import io.custard.query.budget.usage.Period;
import io.custard.query.budget.usage.Spender;
import io.custard.query.budget.usage.Tokens;
import io.custard.query.budget.usage.UsageTable;
import io.custard.query.budget.usage.UsageWrites;
import io.custard.query.execution.Asker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sets tokens aside before a call, so that calls at the same time cannot pass a budget together,
 * and counts what they took. While the counters are away, nobody is given any.
 */
@ApplicationScoped
public class SpendTokens {
  private static final Logger LOG = Logger.getLogger(SpendTokens.class);
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final List<String> UNKNOWN = List.of("", "", "0");

  private final Budgets budgets;
  private final SpendScript script;
  private final UsageTable table;
  private final UsageWrites writes;

  SpendTokens(Budgets budgets, SpendScript script, UsageTable table, UsageWrites writes) {
    this.budgets = budgets;
    this.script = script;
    this.table = table;
    this.writes = writes;
  }

  /**
   * Sets aside what a call may take at most. Fails with {@code QUERY_BUDGET_SPENT}, whose detail
   * says which budget and when it renews, or with {@code UPSTREAM_UNAVAILABLE}.
   */
  public Uni<Reservation> reserve(Asker asker, String model, Tokens most) {
    Instant now = Instant.now();
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Spender spender = new Spender(asker.organisation(), asker.user(), day, model);
    return budgets
        .of(asker.organisation())
        .chain(budget -> reserve(reservation(asker, spender, most, budget)))
        .ifNoItem()
        .after(DEADLINE)
        .fail()
        .onFailure(failure -> !(failure instanceof CustardException))
        .transform(SpendTokens::uncounted);
  }

  /** After a call that took so much. */
  public void spent(Reservation reservation, Tokens used) {
    writes.add(reservation.spender(), used);
    settle(reservation, used.total());
  }

  /** After a call nobody knows the end of: it may have taken all. */
  public void lost(Reservation reservation) {
    spent(reservation, reservation.most());
  }

  /** Nothing was taken. */
  public void giveBack(Reservation reservation) {
    settle(reservation, 0);
  }

  /** What is not settled stays spent, so a failure here is on the safe side. */
  private void settle(Reservation reservation, long used) {
    script
        .settle(reservation.id(), used, reservation.counters())
        .subscribe()
        .with(
            done -> {},
            failure ->
                LOG.warnf("Tokens stay set aside cause=%s", failure.getClass().getSimpleName()));
  }

  private static Reservation reservation(Asker asker, Spender spender, Tokens most, Budget budget) {
    List<Counter> counters = Counter.of(asker, budget, Instant.now());
    return new Reservation(UUID.randomUUID(), spender, most, counters);
  }

  private Uni<Reservation> reserve(Reservation wanted) {
    return tried(wanted, UNKNOWN)
        .chain(outcome ->
            outcome instanceof Outcome.Unknown
                ? starts(wanted).chain(starts -> tried(wanted, starts))
                : Uni.createFrom().item(outcome))
        .map(outcome ->
            switch (outcome) {
              case Outcome.Reserved reserved -> wanted;
              case Outcome.Spent spent -> throw refusal(wanted.counters().get(spent.counter()));
              case Outcome.Unknown unknown -> throw uncounted(null);
            });
  }

  private Uni<Outcome> tried(Reservation wanted, List<String> starts) {
    return script.reserve(wanted.id(), wanted.most().total(), wanted.counters(), starts);
  }

  /**
   * What was spent before, for counters that are not there: a new period, or an emptied Redis. What
   * is on its way to the database is added first and may be counted twice; never not at all.
   */
  private Uni<List<String>> starts(Reservation wanted) {
    List<Uni<Long>> sums = new ArrayList<>();
    for (Counter counter : wanted.counters()) {
      Period period = counter.period();
      sums.add(
          period == null ? Uni.createFrom().item(0L) : start(counter, period, wanted.spender()));
    }
    return Uni.join()
        .all(sums)
        .andFailFast()
        .map(found -> found.stream().map(String::valueOf).toList());
  }

  private Uni<Long> start(Counter counter, Period period, Spender spender) {
    boolean person = counter.kind() == Counter.Kind.PERSON;
    long unwritten =
        writes.unwritten(spender.organisation(), person ? spender.user() : null, period);
    Uni<Long> written =
        person
            ? table.spent(spender.organisation(), spender.user(), period)
            : table.spent(spender.organisation(), period);
    return written.map(sum -> sum + unwritten);
  }

  private static CustardException refusal(Counter counter) {
    Period period = counter.period();
    if (period == null) {
      return new CustardException(ErrorCode.QUERY_BUDGET_SPENT, counter.kind().words() + ".");
    }
    long seconds = Duration.between(Instant.now(), period.end()).toSeconds() + 1;
    return new CustardException(
            ErrorCode.QUERY_BUDGET_SPENT,
            counter.kind().words() + "; they renew at " + period.end() + ".")
        .retryAfter(Math.clamp(seconds, 1, Integer.MAX_VALUE));
  }

  private static CustardException uncounted(@Nullable Throwable cause) {
    if (cause != null) {
      LOG.warnf("Budgets cannot be counted cause=%s", cause.getClass().getSimpleName());
    }
    return new CustardException(
        ErrorCode.UPSTREAM_UNAVAILABLE, "What models took cannot be counted at the moment.");
  }
}
