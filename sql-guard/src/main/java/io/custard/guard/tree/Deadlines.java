package io.custard.guard.tree;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.parser.CCJSqlParser;

/**
 * Interrupts parsers that run over their time.
 *
 * <p>One daemon thread looks after all of them. It starts with the first parser and ends by itself
 * when there has been none for a while, so entering a parser costs next to nothing and an idle
 * process keeps no thread.
 */
final class Deadlines {
  private static final Duration TICK = Duration.ofMillis(10);
  private static final int IDLE_TICKS = 100;

  private final Set<Watched> running = ConcurrentHashMap.newKeySet();
  private volatile boolean looking;

  /** A parser under a deadline; closing it takes it off. */
  final class Watched implements AutoCloseable {
    private final CCJSqlParser parser;
    private final long end;

    private Watched(CCJSqlParser parser, long end) {
      this.parser = parser;
      this.end = end;
    }

    /** Whether the time has run out, so that the parser may have been cut short. */
    boolean isOver() {
      return parser.interrupted || System.nanoTime() - end >= 0;
    }

    private boolean interruptIfOver() {
      if (isOver()) {
        parser.interrupted = true;
      }
      return parser.interrupted;
    }

    @Override
    public void close() {
      running.remove(this);
    }
  }

  /** Gives the parser this much time from now on. */
  Watched watch(CCJSqlParser parser, Duration time) {
    Watched watched = new Watched(parser, System.nanoTime() + time.toNanos());
    running.add(watched);
    if (!looking) {
      startLooking();
    }
    return watched;
  }

  private synchronized void startLooking() {
    if (!looking) {
      looking = true;
      Thread thread = new Thread(this::look, "sql-guard-deadlines");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void look() {
    for (int idle = 0; idle < IDLE_TICKS || !stopLooking(); idle++) {
      try {
        Thread.sleep(TICK);
      } catch (InterruptedException e) {
        // Nobody has a reason to interrupt this thread, and its work must go on.
        continue;
      }
      if (running.iterator().hasNext()) {
        idle = 0;
        // Off with it at once: it is never closed if its thread has met the end of its stack.
        running.removeIf(Watched::interruptIfOver);
      }
    }
  }

  // First lowers the flag, then looks: a parser that came in between has either seen the flag
  // lowered and starts a new thread, or is seen here.
  private synchronized boolean stopLooking() {
    looking = false;
    looking = running.iterator().hasNext();
    return !looking;
  }
}
