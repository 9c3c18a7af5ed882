package io.custard.bench.fuzz;

import io.custard.bench.guard.Guards;
import io.custard.guard.Verdict;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;

/** Judges a text and holds the guard to what it promises about any text. */
final class Trial {
  private static final int REPEATS = 4;
  private static final long WORTH_REPEATING = 20_000_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Guards guards;

  Trial(Guards guards) {
    this.guards = guards;
  }

  /** Which promise was broken. */
  enum Broken {
    /** Something was thrown. */
    EXCEPTIONS,
    /** The guard failed inside and refused for that reason. */
    INTERNAL_ERRORS,
    /** The verdict differs when judged again, or the accepted text does not stand on its own. */
    UNSTABLE,
    /** The verdict names a place outside the text, or nothing. */
    ILL_FORMED,
    /** A function is accepted that no dialect may accept. */
    DANGEROUS,
    /** It takes longer than any text may. */
    OVER_200_MS
  }

  /**
   * How it went.
   *
   * @param nanos of judging once: an upper bound of the processor's time, since judging is one
   *     sequence of steps, whichever threads run them
   */
  record Result(Input input, boolean accepted, long nanos, Optional<Broken> broken) {}

  Result run(Input input) {
    try {
      long start = System.nanoTime();
      Verdict verdict = guards.judge(input.dialect(), input.sql());
      long nanos = System.nanoTime() - start;
      boolean accepted = verdict instanceof Verdict.Accepted;
      return new Result(input, accepted, undisturbed(input, nanos), broken(input, verdict));
    } catch (Throwable e) {
      return new Result(input, false, 0, Optional.of(Broken.EXCEPTIONS));
    }
  }

  // A pause of the machine is not the guard's: what seemed slow is timed again, the best counts.
  private long undisturbed(Input input, long first) {
    long best = first;
    for (int i = 0; i < REPEATS && best > WORTH_REPEATING; i++) {
      best = Math.min(best, again(input));
    }
    return best;
  }

  // The processor's time of this thread is exact, unless it waited for another to do the work.
  private long again(Input input) {
    long waits = waits();
    long used = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    guards.judge(input.dialect(), input.sql());
    long passed = System.nanoTime() - start;
    used = THREADS.getCurrentThreadCpuTime() - used;
    return waits() == waits ? used : passed;
  }

  private static long waits() {
    return THREADS.getThreadInfo(Thread.currentThread().threadId()).getWaitedCount();
  }

  private Optional<Broken> broken(Input input, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted accepted -> broken(input, accepted);
      case Verdict.Refused refused -> broken(input, refused);
    };
  }

  private Optional<Broken> broken(Input input, Verdict.Accepted accepted) {
    if (!accepted.functions().stream().allMatch(Words::mayBeCalled)) {
      return Optional.of(Broken.DANGEROUS);
    }
    boolean stable =
        guards.judge(input.dialect(), input.sql()).equals(accepted)
            && guards.judge(input.dialect(), accepted.sql()).equals(accepted);
    return stable ? Optional.empty() : Optional.of(Broken.UNSTABLE);
  }

  private static Optional<Broken> broken(Input input, Verdict.Refused refused) {
    // The guard's own words for a defect of its own.
    if (refused.message().startsWith("The statement cannot be judged")) {
      return Optional.of(Broken.INTERNAL_ERRORS);
    }
    boolean inside = refused.position() >= 0 && refused.position() <= input.sql().length();
    return inside && !refused.message().isBlank()
        ? Optional.empty()
        : Optional.of(Broken.ILL_FORMED);
  }
}
