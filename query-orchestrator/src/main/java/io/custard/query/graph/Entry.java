package io.custard.query.graph;

/** One line of a journal. */
public sealed interface Entry {
  StepKey<?> step();

  /**
   * A step has begun.
   *
   * @param attempt counted from 1
   */
  record Started(StepKey<?> step, int attempt) implements Entry {}

  /** A step has ended with an output. */
  record Done(StepKey<?> step, int attempt, long millis, Object output) implements Entry {}

  /** A step had nothing to do. */
  record Skipped(StepKey<?> step, String reason) implements Entry {}

  /**
   * A step sent an earlier one back.
   *
   * @param to which is to do its work again
   */
  record Back(StepKey<?> step, StepKey<?> to, String reason) implements Entry {}
}
