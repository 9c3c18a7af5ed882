package io.custard.agent.database.sqlite;

import io.custard.agent.database.StatementFailures;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * Asked by SQLite every {@link #EVERY} of its instructions whether to go on. Stops a statement that
 * was interrupted, that is past its deadline, or that makes the process grow: by {@link
 * #MAX_GROWTH} beyond the Java heap, as far as the system tells its size (Linux does).
 */
final class Watchdog extends ProgressHandler {
  static final long MAX_GROWTH = 256L << 20;
  private static final int EVERY = 1_000;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final Path SIZE = Path.of("/proc/self/statm");
  private static final long PAGE = 4_096;
  private static final int STOP = 1;

  private final long deadlineNanos;
  private final long allowed;
  private long lookedNanos;
  private volatile boolean interrupted;
  private volatile @Nullable CustardException reason;

  private Watchdog(long deadlineNanos) {
    this.deadlineNanos = deadlineNanos;
    this.allowed = outsideHeap() + MAX_GROWTH + Runtime.getRuntime().freeMemory();
  }

  /** Watches everything that runs on the handle from now on. */
  static Watchdog on(SQLiteConnection handle, long timeoutMillis) throws SQLException {
    Watchdog dog = new Watchdog(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis));
    ProgressHandler.setHandler(handle, EVERY, dog);
    return dog;
  }

  /** Stops what runs and whatever would begin later. */
  void interrupt() {
    interrupted = true;
  }

  /** Why it stopped the statement, when it knows better than SQLite, which says "interrupted". */
  @Nullable CustardException reason() {
    return reason;
  }

  @Override
  protected int progress() {
    long now = System.nanoTime();
    if (interrupted) {
      return STOP;
    }
    if (now - deadlineNanos > 0) {
      reason = StatementFailures.late();
      return STOP;
    }
    if (now - lookedNanos > LOOK_NANOS) {
      lookedNanos = now;
      if (outsideHeap() > allowed) {
        reason =
            new CustardException(
                ErrorCode.SQL_EXECUTION_FAILED,
                "The statement needs more than %d MiB of memory; sort or group less."
                    .formatted(MAX_GROWTH >> 20));
        return STOP;
      }
    }
    return 0;
  }

  /** The second number is the process's resident pages. */
  private static long outsideHeap() {
    try {
      String[] pages = Files.readString(SIZE, StandardCharsets.US_ASCII).split(" ", 3);
      return Long.parseLong(pages[1]) * PAGE - Runtime.getRuntime().totalMemory();
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
