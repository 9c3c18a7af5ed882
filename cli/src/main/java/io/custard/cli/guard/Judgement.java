package io.custard.cli.guard;

import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.util.concurrent.TimeUnit;

/**
 * A verdict with the time it took.
 *
 * @param micros of judging alone
 */
record Judgement(Verdict verdict, long micros) {

  static Judgement of(SqlGuard guard, String sql) {
    long start = System.nanoTime();
    Verdict verdict = guard.judge(sql);
    return new Judgement(verdict, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
  }
}
