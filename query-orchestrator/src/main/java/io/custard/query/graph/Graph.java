package io.custard.query.graph;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Steps in an order in which each comes after all it depends on.
 *
 * @param <C> what it is about
 */
public final class Graph<C> {
  private final Map<StepKey<?>, Step<C, ?>> steps = new LinkedHashMap<>();

  /**
   * @param declared in any order
   * @throws IllegalArgumentException when one depends on a step that is not there or, by whatever
   *     way, on itself, or two have the same key
   */
  public Graph(Collection<? extends Step<C, ?>> declared) {
    List<Step<C, ?>> left = new ArrayList<>(declared);
    while (!left.isEmpty()) {
      List<Step<C, ?>> next =
          left.stream().filter(step -> steps.keySet().containsAll(step.after())).toList();
      next.forEach(step -> steps.putIfAbsent(step.key(), step));
      left.removeAll(next);
      if (next.isEmpty()) {
        throw new IllegalArgumentException("these steps can never begin: " + left);
      }
    }
    if (steps.size() != declared.size()) {
      throw new IllegalArgumentException("two steps have the same key");
    }
  }

  /** The step of this name. */
  public Optional<StepKey<?>> key(String name) {
    return steps.keySet().stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /** All of them, each after those it depends on. */
  public List<Step<C, ?>> steps() {
    return List.copyOf(steps.values());
  }

  /**
   * The part of it that leads to one step.
   *
   * @param last the only one that nothing comes after
   */
  public Graph<C> upTo(StepKey<?> last) {
    Set<StepKey<?>> needed = new HashSet<>(Set.of(last));
    for (Step<C, ?> step : steps().reversed()) {
      if (needed.contains(step.key())) {
        needed.addAll(step.after());
      }
    }
    return new Graph<>(steps().stream().filter(step -> needed.contains(step.key())).toList());
  }

  /**
   * Runs what has not ended yet. Cancelling the subscription cancels all steps under way.
   *
   * @param before what is done already
   */
  public Uni<Outputs> run(C context, Outputs before, Journal journal) {
    return Uni.createFrom()
        .context(surroundings ->
            Uni.createFrom()
                .emitter(emitter ->
                    new GraphRun<>(this, context, journal, emitter, surroundings).start(before)));
  }

  /** What the journal of a run that was left says. */
  public Outputs replay(Iterable<Entry> journal) {
    Outputs outputs = Outputs.NONE;
    for (Entry entry : journal) {
      outputs =
          switch (entry) {
            case Entry.Started started -> outputs;
            case Entry.Done done -> outputs.done(done.step(), done.output(), done.millis());
            case Entry.Skipped skipped -> outputs.skipped(skipped.step());
            case Entry.Back back -> back(outputs, back.to(), back.reason());
          };
    }
    return outputs;
  }

  Outputs back(Outputs outputs, StepKey<?> to, String reason) {
    return outputs.back(to, dependents(to), reason);
  }

  /** All steps that come after this one, however far. */
  Set<StepKey<?>> dependents(StepKey<?> of) {
    Set<StepKey<?>> dependents = new HashSet<>();
    for (Step<C, ?> step : steps.values()) {
      if (step.after().contains(of) || step.after().stream().anyMatch(dependents::contains)) {
        dependents.add(step.key());
      }
    }
    return dependents;
  }
}
