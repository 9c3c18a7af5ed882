package io.custard.query.step.plan;

import io.custard.query.example.Example;
import io.custard.query.graph.StepKey;
import java.util.List;

/** Verified examples that are like the question, the most similar first. */
public record Recalled(List<Example> examples) {
  public static final StepKey<Recalled> STEP = new StepKey<>("recall", Recalled.class);

  public Recalled {
    examples = List.copyOf(examples);
  }
}
