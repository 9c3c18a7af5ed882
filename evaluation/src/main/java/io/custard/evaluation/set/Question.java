package io.custard.evaluation.set;

import java.nio.file.Path;
import java.util.List;

/**
 * A question whose right answers are known.
 *
 * @param set the folder above the database's
 * @param database the SQLite file; where there is none, the set cannot be replayed
 * @param gold statements with a right result each, the usual one first
 * @param ordered whether the order of the rows is part of the answer
 */
public record Question(
    String id, String set, Path database, List<String> gold, boolean ordered, String dialect) {
  static final String SQLITE = "sqlite";

  public Question {
    gold = List.copyOf(gold);
  }

  /** Only SQLite files need no server to be loaded first. */
  public boolean isReplayable() {
    return dialect.equals(SQLITE);
  }
}
