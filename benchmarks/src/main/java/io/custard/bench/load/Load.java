package io.custard.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A closed loop: each worker sends its next call when the last one was answered. Ends after a fixed
 * number of calls.
 */
public record Load(int concurrency, int warmUp, int calls) {

  /** What a worker calls again and again; closed when the worker is done. */
  public interface Caller extends AutoCloseable {
    /** Whether it was answered; false when it was refused for being one too many. */
    boolean call() throws Exception;

    @Override
    default void close() {}
  }

  /** Makes the caller of one worker. */
  public interface Callers {
    Caller open() throws Exception;
  }

  public Latencies run(Callers callers) throws Exception {
    runAll(callers, warmUp);
    return Latencies.of(runAll(callers, calls));
  }

  private long[] runAll(Callers callers, int total) throws Exception {
    int perWorker = Math.ceilDiv(total, concurrency);
    List<Callable<long[]>> workers = new ArrayList<>();
    for (int i = 0; i < concurrency; i++) {
      workers.add(() -> work(callers, perWorker));
    }
    long[] nanos = new long[perWorker * concurrency];
    int worker = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(concurrency)) {
      for (Future<long[]> done : threads.invokeAll(workers)) {
        System.arraycopy(done.get(), 0, nanos, worker * perWorker, perWorker);
        worker++;
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call failed: " + e.getCause(), e);
    }
    return nanos;
  }

  private static long[] work(Callers callers, int count) throws Exception {
    long[] nanos = new long[count];
    try (Caller caller = callers.open()) {
      for (int i = 0; i < count; i++) {
        long start = System.nanoTime();
        boolean answered = caller.call();
        nanos[i] = answered ? System.nanoTime() - start : Latencies.REFUSED;
      }
    }
    return nanos;
  }
}
