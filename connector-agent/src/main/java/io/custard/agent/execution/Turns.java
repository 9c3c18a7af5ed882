package io.custard.agent.execution;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets a bounded number run at once and a bounded number wait, first come first served. */
final class Turns {
  private final int atOnce;
  private final int waitingAtMost;
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private int running;

  Turns(int atOnce, int waitingAtMost) {
    this.atOnce = atOnce;
    this.waitingAtMost = waitingAtMost;
  }

  boolean areFull() {
    return running >= atOnce && waiting.size() >= waitingAtMost;
  }

  int waiting() {
    return waiting.size();
  }

  /** Takes a place; the caller ends the turn once, whether it was granted by then or not. */
  Turn take() {
    Turn turn = new Turn();
    if (running < atOnce) {
      turn.grant();
    } else {
      waiting.add(turn);
    }
    return turn;
  }

  /** One place, from the queue to its end. */
  final class Turn {
    private final Promise<Void> granted = Promise.promise();

    /** Completes when it may run; never, if it ended before. */
    Future<Void> granted() {
      return granted.future();
    }

    private void grant() {
      running++;
      granted.complete();
    }

    void end() {
      if (waiting.remove(this)) {
        return;
      }
      running--;
      Turn next = waiting.poll();
      if (next != null) {
        next.grant();
      }
    }
  }
}
