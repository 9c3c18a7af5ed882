package io.custard.query.guard;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.GuardPolicy;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.connection.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Judges statements before they leave for an agent, by the connection's dialect and with the
 * functions its owner added.
 */
@ApplicationScoped
public class StatementGuard {
  // Made once: reading the word lists takes longer than judging.
  private final Map<Dialect, SqlGuard> guards = new EnumMap<>(Dialect.class);

  StatementGuard() {
    for (Dialect dialect : Dialect.values()) {
      guards.put(dialect, new SqlGuard(dialect, GuardLimits.defaults()));
    }
  }

  /** The accepted form, which is the one to send; a refusal is thrown with its code. */
  public Verdict.Accepted accept(Connection connection, String sql) {
    return switch (judge(connection, sql)) {
      case Verdict.Accepted accepted -> accepted;
      case Verdict.Refused refused ->
          throw new CustardException(
              ErrorCode.of(refused.code().name()),
              refused.message() + " (position " + refused.position() + ")");
    };
  }

  /** Either verdict; fails with {@code SQL_DIALECT_UNSUPPORTED} where there can be none. */
  public Verdict judge(Connection connection, String sql) {
    return guard(connection).judge(sql);
  }

  private SqlGuard guard(Connection connection) {
    Dialect dialect =
        Dialect.of(connection.dialect())
            .orElseThrow(() ->
                new CustardException(
                    ErrorCode.SQL_DIALECT_UNSUPPORTED,
                    "Statements of this database cannot be judged; update Custard."));
    SqlGuard shared = Objects.requireNonNull(guards.get(dialect), "one for each dialect");
    Set<String> functions = Set.copyOf(connection.allowedFunctions());
    return functions.isEmpty() ? shared : shared.with(new GuardPolicy(functions, Set.of()));
  }
}
