package io.custard.auth.context;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * The Vert.x context of whoever asks: the database session and the request belong to it, so what
 * other threads or timers find out has to come back to it before it is used.
 */
public final class CallingContext {
  private CallingContext() {}

  /** Runs on the present context; at once where there is none, as in a plain test. */
  public static Executor executor() {
    Context context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(none -> task.run());
  }
}
