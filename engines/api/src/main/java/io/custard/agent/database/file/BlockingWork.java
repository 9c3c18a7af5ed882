package io.custard.agent.database.file;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Does work that blocks on a virtual thread of its own and answers on the caller's event loop. */
public final class BlockingWork {
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  /*
   * A driver's native code holds the thread that carries the virtual one, and there are only as
   * many of those as processors: two long statements would keep a probe from running. So there are
   * more of them, unless the owner set a number or something used virtual threads before.
   */
  static {
    if (System.getProperty(CARRIERS) == null) {
      System.setProperty(CARRIERS, "16");
    }
  }

  private final Vertx vertx;

  public BlockingWork(Vertx vertx) {
    this.vertx = vertx;
  }

  public <T> Future<T> run(Callable<T> work) {
    Context loop = vertx.getOrCreateContext();
    Promise<T> promise = Promise.promise();
    Thread.ofVirtual().name("database").start(() -> answer(work, loop, promise));
    return promise.future();
  }

  /** Not even an error may be lost: the caller waits for an answer. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  private static <T> void answer(Callable<T> work, Context loop, Promise<T> promise) {
    try {
      T result = work.call();
      loop.runOnContext(done -> promise.complete(result));
    } catch (Throwable failure) {
      loop.runOnContext(done -> promise.fail(failure));
    }
  }
}
