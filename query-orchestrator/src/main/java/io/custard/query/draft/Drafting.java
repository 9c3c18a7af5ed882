package io.custard.query.draft;

import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import io.custard.query.model.Model;
import io.custard.query.model.Said;
import io.custard.query.prompt.Question;
import io.custard.query.prompt.Rejected;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question on its way through a model.
 *
 * @param asker whose budgets it is counted on
 * @param before what came to nothing, the latest last
 */
public record Drafting(
    Connection connection,
    Question question,
    Model model,
    Asker asker,
    List<Rejected> before,
    Usage usage) {

  /** Calls for one question at most, repairs included. */
  static final int MOST_CALLS = 4;

  public Drafting {
    before = List.copyOf(before);
  }

  public static Drafting of(Connection connection, Question question, Model model, Asker asker) {
    return new Drafting(connection, question, model, asker, List.of(), Usage.NONE);
  }

  /** The same after a draft came to nothing. */
  public Drafting without(Rejected rejected) {
    return new Drafting(
        connection,
        question,
        model,
        asker,
        Stream.concat(before.stream(), Stream.of(rejected)).toList(),
        usage);
  }

  Drafting with(Said said) {
    return new Drafting(connection, question, model, asker, before, usage.plus(said));
  }

  boolean isSpent() {
    return usage.calls() >= MOST_CALLS;
  }
}
