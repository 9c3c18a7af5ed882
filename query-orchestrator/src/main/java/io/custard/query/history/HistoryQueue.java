package io.custard.query.history;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written: bounded in number and size, written in batches, one batch at a time.
 * What finds no room, or is refused three times, is dropped and counted. Any thread may call.
 */
final class HistoryQueue {
  private static final Logger LOG = Logger.getLogger(HistoryQueue.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final int RETRIES = 2;

  private final ArrayBlockingQueue<Told> waiting;
  private final long mostCharacters;
  private final int batch;
  private final Function<List<Told>, Uni<Void>> write;
  private final AtomicLong characters = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicBoolean saidFull = new AtomicBoolean();
  private @Nullable Uni<Void> writing;

  HistoryQueue(int most, long mostCharacters, int batch, Function<List<Told>, Uni<Void>> write) {
    this.waiting = new ArrayBlockingQueue<>(most);
    this.mostCharacters = mostCharacters;
    this.batch = batch;
    this.write = write;
  }

  /** Never waits. */
  void add(Told told) {
    int size = told.characters();
    if (characters.addAndGet(size) <= mostCharacters && waiting.offer(told)) {
      return;
    }
    characters.addAndGet(-size);
    long all = dropped.incrementAndGet();
    if (saidFull.compareAndSet(false, true)) {
      LOG.warnf("The history is full; what ends is dropped until it is written dropped=%d", all);
    }
  }

  /** How many were lost since the start. */
  long dropped() {
    return dropped.get();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Writes all that waits. Never fails; callers at the same time share the work. */
  synchronized Uni<Void> flush() {
    Uni<Void> running = writing;
    if (running == null) {
      running =
          Uni.createFrom()
              .deferred(this::next)
              .onTermination()
              .invoke(this::ended)
              .memoize()
              .indefinitely();
      writing = running;
    }
    return running;
  }

  private synchronized void ended() {
    writing = null;
  }

  private Uni<Void> next() {
    List<Told> some = new ArrayList<>(batch);
    waiting.drainTo(some, batch);
    if (some.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    characters.addAndGet(-some.stream().mapToLong(Told::characters).sum());
    return Uni.createFrom()
        .deferred(() -> write.apply(some))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(RETRIES)
        .invoke(() -> saidFull.set(false))
        .onFailure()
        .invoke(cause -> lost(some.size(), cause))
        .onFailure()
        .recoverWithNull()
        .chain(this::next);
  }

  /** Says the kind of failure only: its message may quote what was asked. */
  private void lost(int count, Throwable cause) {
    LOG.warnf(
        "History not written lost=%d dropped=%d cause=%s",
        count, dropped.addAndGet(count), cause.getClass().getSimpleName());
  }
}
