package io.custard.launcher.stack;

import io.custard.launcher.home.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Starts processes again that ended by themselves: after a moment that grows with each time and is
 * not the same for any two, and at most {@link #MOST} times within {@link #WINDOW}. One that ends
 * more often, or by its own decision, stays down, and its last words are told. Looked at by one
 * thread.
 */
final class Supervisor {
  static final int MOST = 5;
  static final Duration WINDOW = Duration.ofMinutes(10);
  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(200).toNanos();
  private static final int LAST_LINES = 20;

  private final List<Watch> watched = new CopyOnWriteArrayList<>();
  private final Progress progress;
  private final LongSupplier clock;

  Supervisor(Progress progress, LongSupplier clock) {
    this.progress = progress;
    this.clock = clock;
  }

  void watch(Supervised process) {
    watched.add(new Watch(process));
  }

  /** Looks at each process once; starts those whose moment has come. */
  void tend() {
    watched.forEach(this::tend);
  }

  private void tend(Watch watch) {
    if (watch.givenUp || watch.process.isAlive()) {
      return;
    }
    if (watch.dueAt == null) {
      ended(watch);
    } else if (clock.getAsLong() - watch.dueAt >= 0) {
      watch.dueAt = null;
      watch.process.startAgain();
    }
  }

  private void ended(Watch watch) {
    long now = clock.getAsLong();
    String how = watch.process.name() + " ended with code " + watch.process.exitCode();
    watch.starts.removeIf(start -> now - start > WINDOW.toNanos());
    if (!watch.process.mayStartAgain() || watch.starts.size() == MOST) {
      watch.givenUp = true;
      progress.say(how + ":");
      watch.process.lastWords(LAST_LINES).forEach(progress::print);
      return;
    }
    watch.starts.add(now);
    watch.dueAt = now + pause(watch.starts.size());
    progress.say(
        "%s; starting it again (%d of %d in %d minutes)"
            .formatted(how, watch.starts.size(), MOST, WINDOW.toMinutes()));
  }

  /** Between a half and one and a half of 0.2, 0.4, 0.8 … seconds. */
  private static long pause(int times) {
    long middle = FIRST_PAUSE_NANOS << (times - 1);
    return middle / 2 + ThreadLocalRandom.current().nextLong(middle);
  }

  private static final class Watch {
    private final Supervised process;
    private final Deque<Long> starts = new ArrayDeque<>();
    private @org.jspecify.annotations.Nullable Long dueAt;
    private boolean givenUp;

    Watch(Supervised process) {
      this.process = process;
    }
  }
}
