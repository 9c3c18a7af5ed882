package io.custard.guard;

import java.util.Optional;

/**
 * Decides whether a text is one read-only statement of a dialect.
 *
 * <p>What is accepted is a new text, {@link Verdict.Accepted#sql()}: that one was judged, that one
 * has to be sent. The guard fails closed: what it does not know, it refuses. It never throws, for
 * any input, and may be shared between threads.
 *
 * <p>The guard does not bound the cost of a read. Functions that blow up small arguments ({@code
 * repeat}, {@code lpad}, {@code generate_series}), recursion without end and wide joins are left to
 * the time, memory and row limits of the session that runs the statement. Nor does it know the
 * schema: views, operators, casts and the {@code row.function} notation may run the owner's own
 * functions, so the role that runs the statement must not be able to write.
 */
public final class SqlGuard {
  private final GuardLimits limits;
  private final Optional<DialectRules> rules;

  public SqlGuard(Dialect dialect, GuardLimits limits) {
    this.limits = limits;
    this.rules =
        switch (dialect) {
          case POSTGRESQL -> Optional.of(new PostgresRules());
          case MYSQL, SQLITE, DUCKDB, CLICKHOUSE, SQLSERVER, TRINO -> Optional.empty();
        };
  }

  /** The verdict on a text; never throws. */
  public Verdict judge(String sql) {
    try {
      if (rules.isEmpty()) {
        throw new Refusal(
            RefusalCode.SQL_DIALECT_UNSUPPORTED,
            "Statements of this database cannot be judged yet; ask another connection.",
            0);
      }
      SizeRule.checkLength(sql, limits);
      return rules.get().judge(sql, limits);
    } catch (Refusal refusal) {
      return refusal.verdict();
    } catch (RuntimeException | StackOverflowError e) {
      // Failing closed: a defect of the guard must never let a text through or end the caller.
      return new Verdict.Refused(
          RefusalCode.SQL_UNPARSEABLE, "The statement cannot be judged; write it differently.", 0);
    }
  }
}
