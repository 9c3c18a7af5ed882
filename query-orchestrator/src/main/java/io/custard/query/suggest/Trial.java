package io.custard.query.suggest;

import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Candidates while they are tried one after the other. Over when enough of them have an answer,
 * when enough were tried, and when it has taken too long.
 *
 * @param left not tried yet
 * @param found those that have an answer
 */
record Trial(
    Connection connection,
    Asker asker,
    List<Suggestion> left,
    List<Suggestion> found,
    int tried,
    long startedNanos) {
  private static final int WANTED = 3;
  private static final int MOST = 6;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  Trial {
    left = List.copyOf(left);
    found = List.copyOf(found);
  }

  static Trial of(Connection connection, Asker asker, Candidates candidates) {
    return new Trial(connection, asker, candidates.questions(), List.of(), 0, System.nanoTime());
  }

  /** What to try now, a kind that is missing before others. */
  Optional<Suggestion> next() {
    if (found.size() >= WANTED
        || tried >= MOST
        || System.nanoTime() - startedNanos > LONGEST_NANOS) {
      return Optional.empty();
    }
    return left.stream()
        .filter(candidate -> found.stream().noneMatch(one -> one.kind() == candidate.kind()))
        .findFirst()
        .or(() -> left.stream().findFirst());
  }

  Trial after(Suggestion candidate, boolean answered) {
    List<Suggestion> rest = new ArrayList<>(left);
    rest.remove(candidate);
    List<Suggestion> good = new ArrayList<>(found);
    if (answered) {
      good.add(candidate);
    }
    return new Trial(connection, asker, rest, good, tried + 1, startedNanos);
  }
}
