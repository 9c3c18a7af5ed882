package io.custard.query.example;

import java.util.Objects;
import java.util.UUID;

/**
 * A verified example that is like a question.
 *
 * @param shown its statement as a model may see it: {@code ?} for each literal that the example's
 *     own question does not name, for it may be a cell
 */
public record Example(UUID id, String question, String shown) {
  public Example {
    Objects.requireNonNull(id);
    Objects.requireNonNull(question);
    Objects.requireNonNull(shown);
  }

  /** Leaves the texts out. */
  @Override
  public String toString() {
    return "Example[" + id + "]";
  }
}
