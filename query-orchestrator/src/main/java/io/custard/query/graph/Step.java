package io.custard.query.graph;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * One step. It has no state of its own: what it needs is in the context and in the outputs of the
 * steps before it. A step may run again, here or in another process, so it does nothing that must
 * happen once only.
 *
 * @param <C> what the whole graph is about
 * @param <O> what comes of it
 */
public interface Step<C, O> {
  StepKey<O> key();

  /** Those whose ends it waits for. */
  Set<StepKey<?>> after();

  /** A failure ends the whole graph. */
  Uni<Outcome<O>> run(C context, Outputs outputs);
}
