package io.custard.evaluation.replay;

import io.custard.evaluation.replay.StatementReplay.Done;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the statements of one database, several at a time: as many as there are spools. */
final class DatabaseReplay {
  private static final long SCHEMA_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int POLL_MILLIS = 50;

  private DatabaseReplay() {}

  /** Waits until the orchestrator has the schema, without which the validator has no opinion. */
  static void awaitSchema(EvaluationApi api, String connection)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + SCHEMA_NANOS;
    while (!api.validate(connection, "select 1").schemaKnown()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("the schema of the database did not arrive");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  static List<Done> run(StatementReplay statements, List<Job> jobs, List<Spool> spools)
      throws IOException, InterruptedException {
    Queue<Job> open = new ConcurrentLinkedQueue<>(jobs);
    List<Callable<List<Done>>> workers = new ArrayList<>();
    for (Spool spool : spools) {
      workers.add(() -> work(statements, open, spool));
    }
    List<Done> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(spools.size())) {
      for (Future<List<Done>> worker : threads.invokeAll(workers)) {
        done.addAll(worker.get());
      }
    } catch (ExecutionException e) {
      throw new IOException("a worker failed: " + e.getCause(), e);
    }
    return done;
  }

  private static List<Done> work(StatementReplay statements, Queue<Job> open, Spool spool)
      throws IOException, InterruptedException {
    List<Done> done = new ArrayList<>();
    for (Job job = open.poll(); job != null; job = open.poll()) {
      done.add(statements.replay(job, spool));
    }
    return done;
  }
}
