package io.custard.translate.link;

import io.custard.translate.ValueHit;
import java.util.List;

/**
 * Words of a question taken for a stored value, with the columns found to hold it.
 *
 * @param to the token after the last
 */
public record Value(int from, int to, String text, List<ValueHit> hits) {
  public Value {
    hits = List.copyOf(hits);
  }
}
