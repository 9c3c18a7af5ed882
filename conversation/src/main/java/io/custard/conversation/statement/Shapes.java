package io.custard.conversation.statement;

import io.custard.check.schema.Catalog;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.util.List;
import java.util.Optional;

/** What is known of a statement that cannot be taken apart. */
final class Shapes {
  private Shapes() {}

  /** The relations it reads; empty if the guard refuses it. */
  static Optional<List<String>> tables(String sql, Catalog catalog) {
    return accepted(sql, catalog).map(Verdict.Accepted::tables);
  }

  /** What the guard says of it; empty if it refuses it. */
  static Optional<Verdict.Accepted> accepted(String sql, Catalog catalog) {
    return new SqlGuard(catalog.names().dialect(), GuardLimits.defaults()).judge(sql)
            instanceof Verdict.Accepted accepted
        ? Optional.of(accepted)
        : Optional.empty();
  }
}
