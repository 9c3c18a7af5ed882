package io.custard.bench.guard;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.RefusalCode;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A guard for each dialect, with the default limits. */
public final class Guards {
  private final Map<Dialect, SqlGuard> byDialect = new EnumMap<>(Dialect.class);

  public Guards() {
    for (Dialect dialect : Dialect.values()) {
      byDialect.put(dialect, new SqlGuard(dialect, GuardLimits.defaults()));
    }
  }

  /** The verdict of the dialect's guard. */
  public Verdict judge(Dialect dialect, String sql) {
    return Objects.requireNonNull(byDialect.get(dialect)).judge(sql);
  }

  /** Whether there are rules for the dialect; without them every verdict is the same. */
  public boolean know(Dialect dialect) {
    return isJudged(judge(dialect, "SELECT 1"));
  }

  static boolean isJudged(Verdict verdict) {
    return !(verdict instanceof Verdict.Refused refused
        && refused.code() == RefusalCode.SQL_DIALECT_UNSUPPORTED);
  }
}
