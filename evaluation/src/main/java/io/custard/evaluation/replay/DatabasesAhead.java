package io.custard.evaluation.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Databases one after the other, each opened while the one before is in use: an agent takes longer
 * to start than the statements of most databases to run. For one thread.
 */
final class DatabasesAhead implements AutoCloseable {
  private final Iterator<Path> files;
  private final Opener opener;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private @Nullable Future<LinkedDatabase> ahead;

  /** Puts a file behind an agent. */
  @FunctionalInterface
  interface Opener {
    LinkedDatabase open(Path file) throws Exception;
  }

  DatabasesAhead(Iterable<Path> files, Opener opener) {
    this.files = files.iterator();
    this.opener = opener;
    openAhead();
  }

  private void openAhead() {
    if (files.hasNext()) {
      Path file = files.next();
      ahead = thread.submit(() -> opener.open(file));
    } else {
      ahead = null;
    }
  }

  boolean hasNext() {
    return ahead != null;
  }

  /** The caller closes it. */
  LinkedDatabase next() throws IOException, InterruptedException {
    Future<LinkedDatabase> opening = Objects.requireNonNull(ahead, "there is none");
    try {
      LinkedDatabase opened = opening.get();
      openAhead();
      return opened;
    } catch (ExecutionException e) {
      ahead = null;
      throw new IOException("a database could not be put behind an agent: " + e.getCause(), e);
    }
  }

  @Override
  public void close() throws IOException {
    thread.shutdown();
    try {
      if (ahead != null) {
        ahead.get().close();
      }
    } catch (ExecutionException e) {
      // Nothing was opened, and something else ended the replay before.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      thread.shutdownNow();
    }
  }
}
