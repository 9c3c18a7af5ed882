package io.custard.query.meaning;

import java.util.Optional;

/**
 * Where texts lie in a space in which what means about the same lies close together.
 *
 * <p>The first call may take seconds, others take milliseconds, and all of them a processor: never
 * on an event loop. Safe for use by many threads.
 */
@FunctionalInterface
public interface TextVectors {
  /** None: texts are compared by their words alone. */
  TextVectors NONE = wording -> Optional.empty();

  /** A vector of length one; empty where there is no model here, or where too many wait for it. */
  Optional<float[]> of(Wording wording);
}
