package io.custard.launcher.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the same shutdown once: at the end of the work, or when a signal ends the JVM before that. A
 * JVM that ends by a signal has an exit code of its own; a stack that was up and was stopped has
 * done what it should, so that code is replaced.
 */
final class ShutdownOnSignal {
  private final Runnable shutdown;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.INTERRUPTED;

  private ShutdownOnSignal(Runnable shutdown) {
    this.shutdown = shutdown;
  }

  static ShutdownOnSignal of(Runnable shutdown) {
    ShutdownOnSignal signal = new ShutdownOnSignal(shutdown);
    Runtime.getRuntime().addShutdownHook(new Thread(signal::onSignal, "shutdown"));
    return signal;
  }

  /** From now on a signal is the normal end. */
  void endsWith(int code) {
    exitCode = code;
  }

  /** The end without a signal; waits when a signal was faster. */
  void shutDown() {
    if (begun.compareAndSet(false, true)) {
      shutdown.run();
      ended.countDown();
    } else {
      awaitEnd();
    }
  }

  private void onSignal() {
    if (begun.compareAndSet(false, true)) {
      shutdown.run();
      ended.countDown();
      Runtime.getRuntime().halt(exitCode);
    } else {
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
