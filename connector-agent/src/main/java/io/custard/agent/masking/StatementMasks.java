package io.custard.agent.masking;

import io.custard.agent.masking.MaskWriter.Named;
import io.custard.agent.masking.MaskWriter.Written;
import io.custard.agent.policy.AgentPolicy;
import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.GuardPolicy;
import io.custard.guard.Relation;
import io.custard.guard.Relation.Place;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Masks a statement that was accepted as it came. The new text is judged again, with the functions
 * of the masks beside the owner's, and must name the same relations in the same order, the masked
 * ones only inside the queries that were put there.
 */
public final class StatementMasks {
  /** The masks of wide tables make a short statement long. */
  private static final GuardLimits LIMITS =
      new GuardLimits(1 << 20, 100_000, 60, 50, 50, 30, 2_000);

  private final Optional<MaskDialect> known;
  private final SqlGuard guard;

  /** For a database whose masks nobody wrote, every statement is refused that needs one. */
  public StatementMasks(Dialect dialect) {
    this.known = MaskDialect.of(dialect);
    this.guard = new SqlGuard(dialect, LIMITS);
  }

  /**
   * The text to run; empty if nothing of the statement is masked.
   *
   * @param policy that knows its default schema
   * @param tables read for the policy's masks
   * @param check holds the new text to the policy too, and throws
   * @throws io.custard.problem.CustardException if it cannot be masked for certain
   */
  public Optional<String> masked(
      AgentPolicy policy,
      KnownTables tables,
      Verdict.Accepted asked,
      Consumer<Verdict.Accepted> check) {
    MaskDialect dialect = known.orElseThrow(MaskRefusals::noDialect);
    Written written = new MaskWriter(policy, dialect, tables).write(asked);
    if (!written.isMasked()) {
      return Optional.empty();
    }
    if (!(guard.with(functions(policy.functions(), dialect)).judge(written.sql())
            instanceof Verdict.Accepted again)
        || !isAsWritten(written.places(), again.relations())) {
      throw MaskRefusals.notSure();
    }
    check.accept(again);
    return Optional.of(again.sql());
  }

  private static GuardPolicy functions(GuardPolicy owners, MaskDialect dialect) {
    Set<String> allowed = new HashSet<>(owners.allowedFunctions());
    allowed.addAll(dialect.functions());
    Set<String> denied = new HashSet<>(owners.deniedFunctions());
    denied.removeAll(dialect.functions());
    return new GuardPolicy(allowed, denied);
  }

  private static boolean isAsWritten(List<Named> places, List<Relation> found) {
    if (places.size() != found.size()) {
      return false;
    }
    for (int i = 0; i < found.size(); i++) {
      if (!isAsWritten(places.get(i), found.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsWritten(Named place, Relation found) {
    return place
        .table()
        .map(table ->
            found.name().size() == 2
                && found.name().getFirst().equalsIgnoreCase(table.schema())
                && found.name().getLast().equalsIgnoreCase(table.name())
                && found.alias().equals(new Relation.Alias(place.alias(), true))
                && found.place() == Place.FREE)
        .orElseGet(() -> found.name().equals(place.relation().name()));
  }
}
