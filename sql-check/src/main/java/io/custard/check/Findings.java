package io.custard.check;

import java.util.List;

/**
 * What is to be said of a statement.
 *
 * @param problems why the server would refuse it, in the order of the text
 * @param cautions why its answer may mislead
 */
public record Findings(List<Problem> problems, List<Caution> cautions) {
  /** Nothing to say. */
  public static final Findings NONE = new Findings(List.of(), List.of());

  public Findings {
    problems = List.copyOf(problems);
    cautions = List.copyOf(cautions);
  }
}
