package io.custard.query.graph;

import io.smallrye.mutiny.Uni;

/** Where the ends of steps are kept. */
@FunctionalInterface
public interface Journal {
  /** Keeps nothing: for work that is lost with its process anyway. */
  Journal NONE = entry -> Uni.createFrom().voidItem();

  /** Completes when the entry is kept; the next steps wait for it. A failure ends the graph. */
  Uni<Void> write(Entry entry);
}
