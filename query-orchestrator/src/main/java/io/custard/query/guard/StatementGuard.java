package io.custard.query.guard;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;

/** Judges statements before they leave for an agent. */
@ApplicationScoped
public class StatementGuard {
  private final SqlGuard guard = new SqlGuard(Dialect.POSTGRESQL, GuardLimits.defaults());

  /** The accepted form, which is the one to send; a refusal is thrown with its code. */
  public Verdict.Accepted accept(String sql) {
    return switch (guard.judge(sql)) {
      case Verdict.Accepted accepted -> accepted;
      case Verdict.Refused refused ->
          throw new CustardException(
              ErrorCode.of(refused.code().name()),
              refused.message() + " (position " + refused.position() + ")");
    };
  }
}
