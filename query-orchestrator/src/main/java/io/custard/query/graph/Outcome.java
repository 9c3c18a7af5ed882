package io.custard.query.graph;

import java.util.Objects;

/** How a step ended, when it did not fail. */
public sealed interface Outcome<O> {

  record Done<O>(O output) implements Outcome<O> {
    public Done {
      Objects.requireNonNull(output);
    }
  }

  /**
   * There was nothing to do.
   *
   * @param reason one sentence for people
   */
  record Skipped<O>(String reason) implements Outcome<O> {
    public Skipped {
      Objects.requireNonNull(reason);
    }
  }

  /**
   * An earlier step has to do its work again; it finds its former output and the reason among its
   * {@link Outputs#rejected}. Who sends back counts, so that it happens a bounded number of times.
   *
   * @param reason for the earlier step
   */
  record Back<O>(StepKey<?> to, String reason) implements Outcome<O> {
    public Back {
      Objects.requireNonNull(to);
      Objects.requireNonNull(reason);
    }
  }
}
