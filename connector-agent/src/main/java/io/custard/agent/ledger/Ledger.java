package io.custard.agent.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the agent does. Entries are written in the order they come, by one thread of its own;
 * those that wait together share one flush to disk.
 *
 * <p>A failed write is told to whoever asked for it and does not end the ledger: when the disk has
 * room again, the chain goes on.
 */
public final class Ledger implements AutoCloseable {
  /** One file holds about this many bytes. */
  public static final long FILE_BYTES = 64L * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(Ledger.class);
  private static final int MOST_WAITING = 1_000;
  private static final int BATCH = 100;
  private static final long OUTCOME_WAIT_NANOS = 20_000_000;

  /**
   * @param entry null: nothing to write, somebody waits for what was noted before
   */
  private record Line(@Nullable LedgerEntry entry, Promise<Void> written) {
    /** A statement waits for its intent; nobody waits for an outcome. */
    boolean isAwaited() {
      return !(entry instanceof LedgerEntry.Outcome);
    }
  }

  private final LedgerFile file;
  private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private volatile LedgerHead head;
  private volatile Consumer<LedgerEntry> watcher = entry -> {};
  private volatile boolean closed;

  private Ledger(LedgerFile file) {
    this.file = file;
    this.head = file.head();
    this.writer = Thread.ofPlatform().daemon().name("ledger").start(this::writeAll);
  }

  /** Opens the ledger in a folder, which is made if needed. */
  public static Ledger open(ObjectMapper json, Path folder, long fileBytes)
      throws LedgerUnavailable {
    return new Ledger(LedgerFile.open(json, folder, fileBytes));
  }

  /**
   * Appends an entry; completes when it is on disk. Fails with {@link
   * ErrorCode#AGENT_LEDGER_UNAVAILABLE} when it is not. The future completes on the writer's
   * thread.
   */
  public Future<Void> append(LedgerEntry entry) {
    watcher.accept(entry);
    Promise<Void> written = Promise.promise();
    if (closed || !waiting.offer(new Line(entry, written))) {
      written.fail(unavailable());
    }
    return written.future();
  }

  /**
   * The last line, once everything appended so far is on disk. Fails when it cannot be; completes
   * on the writer's thread.
   */
  public Future<LedgerHead> settled() {
    Promise<Void> written = Promise.promise();
    if (closed || !waiting.offer(new Line(null, written))) {
      written.fail(unavailable());
    }
    return written.future().map(onDisk -> head);
  }

  /** Tells one watcher of every entry, on the thread that appends it, before it is written. */
  public void watch(Consumer<LedgerEntry> newWatcher) {
    watcher = newWatcher;
  }

  /** The last line that is on disk. */
  public LedgerHead head() {
    return head;
  }

  private void writeAll() {
    List<Line> batch = new ArrayList<>(BATCH);
    try {
      while (!closed || !waiting.isEmpty()) {
        Line first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          gather(batch);
          write(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Outcomes wait a moment for an intent to share its flush: otherwise the next statement would
   * wait for the flush of the one before and then for its own.
   */
  private void gather(List<Line> batch) throws InterruptedException {
    long until = System.nanoTime() + OUTCOME_WAIT_NANOS;
    waiting.drainTo(batch, BATCH - batch.size());
    while (batch.size() < BATCH && !closed && batch.stream().noneMatch(Line::isAwaited)) {
      Line next = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      batch.add(next);
      waiting.drainTo(batch, BATCH - batch.size());
    }
  }

  private void write(List<Line> batch) {
    IdentityHashMap<Line, IOException> failed = new IdentityHashMap<>();
    for (Line line : batch) {
      LedgerEntry entry = line.entry();
      if (entry == null) {
        continue;
      }
      try {
        file.append(entry);
      } catch (IOException e) {
        failed.put(line, e);
      }
    }
    try {
      file.force();
      head = file.head();
    } catch (IOException e) {
      batch.forEach(line -> failed.putIfAbsent(line, e));
    }
    if (!failed.isEmpty()) {
      LOG.error("The ledger cannot be written; nothing is executed until it can be.");
    }
    for (Line line : batch) {
      if (failed.containsKey(line)) {
        line.written().fail(unavailable());
      } else {
        line.written().complete();
      }
    }
  }

  private static CustardException unavailable() {
    return new CustardException(
        ErrorCode.AGENT_LEDGER_UNAVAILABLE,
        "The agent cannot write its ledger, so it executes nothing; its log says why.");
  }

  /** Writes what waits and gives the folder free; a second time it does nothing. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      writer.join(java.time.Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    file.close();
  }
}
