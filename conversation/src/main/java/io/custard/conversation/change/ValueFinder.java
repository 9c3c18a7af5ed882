package io.custard.conversation.change;

import java.util.List;

/**
 * Finds words of a question among the values of a database. Asked at most a few times a question;
 * what it throws counts as nothing found.
 */
@FunctionalInterface
public interface ValueFinder {
  /** Knows no values. */
  ValueFinder NONE = words -> List.of();

  /** The values that are these words, whatever their case; best first. */
  List<ColumnValue> find(String words);
}
