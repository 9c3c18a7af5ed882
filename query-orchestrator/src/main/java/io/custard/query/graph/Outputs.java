package io.custard.query.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What has come of the steps so far. Immutable. */
public final class Outputs {
  public static final Outputs NONE = new Outputs(Map.of(), Set.of(), Map.of(), Map.of());

  private final Map<StepKey<?>, Object> done;
  private final Set<StepKey<?>> skipped;
  private final Map<StepKey<?>, List<Rejected>> rejected;
  private final Map<StepKey<?>, Long> millis;

  /** A former output of a step, and why it was sent back. */
  public record Rejected(Object output, String reason) {}

  private Outputs(
      Map<StepKey<?>, Object> done,
      Set<StepKey<?>> skipped,
      Map<StepKey<?>, List<Rejected>> rejected,
      Map<StepKey<?>, Long> millis) {
    this.done = done;
    this.skipped = skipped;
    this.rejected = rejected;
    this.millis = millis;
  }

  /** Empty while the step has not ended, and when it was skipped. */
  public <O> Optional<O> find(StepKey<O> step) {
    return Optional.ofNullable(done.get(step)).map(step.output()::cast);
  }

  /** Of a step this one comes after and that is never skipped then. */
  public <O> O get(StepKey<O> step) {
    return find(step).orElseThrow(() -> new IllegalStateException("no output of " + step));
  }

  /** Whether it is done or skipped. */
  public boolean has(StepKey<?> step) {
    return done.containsKey(step) || skipped.contains(step);
  }

  /** The former outputs of a step, the latest last. */
  public List<Rejected> rejected(StepKey<?> step) {
    return rejected.getOrDefault(step, List.of());
  }

  /** How often the step has been sent back and ended, counted from 1 for its first run. */
  public int attempt(StepKey<?> step) {
    return 1 + rejected(step).size();
  }

  /** What the steps took in all, all their runs together. */
  public long millis(Collection<StepKey<?>> steps) {
    return steps.stream().mapToLong(step -> millis.getOrDefault(step, 0L)).sum();
  }

  <O> Outputs done(StepKey<O> step, Object output, long took) {
    Map<StepKey<?>, Object> more = new HashMap<>(done);
    more.put(step, step.output().cast(output));
    Map<StepKey<?>, Long> times = new HashMap<>(millis);
    times.merge(step, took, Long::sum);
    return new Outputs(more, skipped, rejected, times);
  }

  Outputs skipped(StepKey<?> step) {
    Set<StepKey<?>> more = new HashSet<>(skipped);
    more.add(step);
    return new Outputs(done, more, rejected, millis);
  }

  /** Forgets the step and all that depend on it, but for the reason. */
  Outputs back(StepKey<?> step, Set<StepKey<?>> dependents, String reason) {
    Map<StepKey<?>, List<Rejected>> reasons = new HashMap<>(rejected);
    List<Rejected> all = new ArrayList<>(rejected(step));
    all.add(new Rejected(Objects.requireNonNull(done.get(step), step.name()), reason));
    reasons.put(step, List.copyOf(all));
    Map<StepKey<?>, Object> left = new HashMap<>(done);
    left.remove(step);
    left.keySet().removeAll(dependents);
    Set<StepKey<?>> still = new HashSet<>(skipped);
    still.removeAll(dependents);
    return new Outputs(left, still, reasons, millis);
  }
}
