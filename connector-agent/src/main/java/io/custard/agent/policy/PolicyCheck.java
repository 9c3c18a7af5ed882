package io.custard.agent.policy;

import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Holds an accepted statement to the policy, which must know its default schema. Where the guard is
 * not sure which table a column belongs to, it counts as a column of every table the statement
 * reads.
 */
public final class PolicyCheck {
  private final InstantSource clock;

  public PolicyCheck(InstantSource clock) {
    this.clock = clock;
  }

  /** Why the statement may not run now, if so. */
  public Optional<CustardException> refusal(AgentPolicy policy, Verdict.Accepted statement) {
    if (policy.quietHours().stream().anyMatch(hours -> hours.contains(clock.instant()))) {
      return Optional.of(
          refused("The database's owner allows no queries at this time; try again later."));
    }
    List<List<String>> tables =
        statement.tables().stream().map(table -> qualified(policy, table)).toList();
    for (int i = 0; i < tables.size(); i++) {
      if (!isAllowed(policy, tables.get(i))) {
        return Optional.of(
            refused(
                "The agent's policy does not allow reading %s; leave it out."
                    .formatted(statement.tables().get(i))));
      }
    }
    return statement.columns().stream()
        .filter(column -> isDenied(policy, tables, NamePattern.split(column)))
        .findFirst()
        .map(column ->
            refused(
                "The agent's policy does not allow reading the column %s; leave it out."
                    .formatted(column)));
  }

  private static boolean isAllowed(AgentPolicy policy, List<String> table) {
    boolean listed =
        policy.tables().isEmpty() || policy.tables().stream().anyMatch(p -> p.matches(table));
    return listed && policy.deniedTables().stream().noneMatch(p -> p.matches(table));
  }

  private static boolean isDenied(
      AgentPolicy policy, List<List<String>> tables, List<String> column) {
    String name = column.getLast();
    List<List<String>> owners =
        column.size() == 1
            ? tables
            : List.of(qualified(policy, column.subList(0, column.size() - 1)));
    return policy.deniedColumns().stream()
        .anyMatch(denied -> owners.stream().anyMatch(owner -> denies(denied, owner, name)));
  }

  // A star reads every column; what is denied of the table is then denied in any case.
  private static boolean denies(NamePattern denied, List<String> table, String column) {
    List<String> parts = denied.parts();
    boolean ofTable = new NamePattern(parts.subList(0, 2)).matches(table);
    boolean meant =
        column.equals("*") || new NamePattern(parts.subList(2, 3)).matches(List.of(column));
    return ofTable && meant;
  }

  private static List<String> qualified(AgentPolicy policy, String table) {
    return qualified(policy, NamePattern.split(table));
  }

  // A name with a database in front keeps its last two parts.
  private static List<String> qualified(AgentPolicy policy, List<String> parts) {
    return parts.size() == 1
        ? List.of(policy.defaultSchema(), parts.getFirst())
        : parts.subList(parts.size() - 2, parts.size());
  }

  private static CustardException refused(String sentence) {
    return new CustardException(ErrorCode.AGENT_POLICY_REFUSED, sentence);
  }
}
