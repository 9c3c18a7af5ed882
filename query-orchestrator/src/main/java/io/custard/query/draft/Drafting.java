package io.custard.query.draft;

import io.custard.query.example.Example;
import io.custard.query.model.Model;
import io.custard.query.prompt.Question;
import io.custard.query.prompt.Rejected;
import io.custard.query.prompt.SchemaPart;
import io.custard.query.work.Work;
import java.util.List;

/**
 * What a model is to write a statement from.
 *
 * @param examples verified ones that are like the question, the most similar first
 * @param before what came to nothing, the latest last
 */
public record Drafting(
    Work work, Model model, SchemaPart schema, List<Example> examples, List<Rejected> before) {

  /** Statements for one question at most, repairs included. */
  public static final int MOST_CALLS = 4;

  public Drafting {
    examples = List.copyOf(examples);
    before = List.copyOf(before);
  }

  Question question() {
    return new Question(
            work.question(), work.connection().dialect(), work.today(), work.reader().zone())
        .with(examples);
  }
}
