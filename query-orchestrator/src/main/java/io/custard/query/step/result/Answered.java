package io.custard.query.step.result;

import io.custard.query.answer.Answer;
import io.custard.query.graph.StepKey;
import java.util.List;

/**
 * The answer in one sentence; its figures are taken from the rows.
 *
 * @param parts the same in pieces, those from a cell with its row and column
 */
public record Answered(String text, List<Answer.Part> parts) {
  public static final StepKey<Answered> STEP = new StepKey<>("answer", Answered.class);

  public Answered {
    parts = List.copyOf(parts);
  }

  /** Leaves the sentence out: it holds values. */
  @Override
  public String toString() {
    return "Answered";
  }
}
