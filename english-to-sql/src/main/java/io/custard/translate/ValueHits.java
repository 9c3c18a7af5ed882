package io.custard.translate;

import java.util.List;

/**
 * What the look-up of probable values found.
 *
 * @param looked whether a look-up has taken place; if so no further one is asked for
 */
public record ValueHits(boolean looked, List<ValueHit> hits) {
  public ValueHits {
    hits = List.copyOf(hits);
  }

  /** Nothing looked up yet. */
  public static ValueHits none() {
    return new ValueHits(false, List.of());
  }
}
