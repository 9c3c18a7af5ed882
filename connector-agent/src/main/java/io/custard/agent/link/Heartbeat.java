package io.custard.agent.link;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/**
 * Pings the gateway every heartbeat and finds out, by our own clock, when it has been silent for
 * three: a dead peer behind a live socket is found within that time. Ends with its socket.
 */
final class Heartbeat {
  private static final int MISSED = 3;

  private final Vertx vertx;
  private final LinkSocket socket;
  private final Runnable beat;
  private final Runnable silent;
  private final long silenceNanos;

  private Heartbeat(
      Vertx vertx, LinkSocket socket, long everyMillis, Runnable beat, Runnable silent) {
    this.vertx = vertx;
    this.socket = socket;
    this.beat = beat;
    this.silent = silent;
    this.silenceNanos = TimeUnit.MILLISECONDS.toNanos(everyMillis) * MISSED;
  }

  /**
   * Begins.
   *
   * @param beat runs every heartbeat
   * @param silent runs once, when the gateway was not heard for three
   */
  static void start(
      Vertx vertx, LinkSocket socket, long everyMillis, Runnable beat, Runnable silent) {
    Heartbeat heart = new Heartbeat(vertx, socket, everyMillis, beat, silent);
    vertx.setPeriodic(everyMillis, heart::beat);
    heart.listen();
  }

  private void beat(long timer) {
    if (socket.isClosed()) {
      vertx.cancelTimer(timer);
      return;
    }
    socket.ping();
    beat.run();
  }

  /** Looks again exactly when the silence would have lasted too long. */
  private void listen() {
    if (socket.isClosed()) {
      return;
    }
    long left = silenceNanos - socket.silentNanos();
    if (left <= 0) {
      silent.run();
    } else {
      vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(left) + 1, later -> listen());
    }
  }
}
