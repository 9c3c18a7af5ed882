package io.custard.query.http;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.ext.web.RoutingContext;

/** Notices callers who close their connection before the answer is complete. */
public final class Hangup {
  private Hangup() {}

  /** Runs the action once, when the connection closes before the response has ended. */
  public static void on(RoutingContext request, Runnable action) {
    request.addEndHandler(ended -> {
      if (ended.failed()) {
        action.run();
      }
    });
  }

  /**
   * The same work, cancelled at once when its caller hangs up: the framework itself lets a {@link
   * Uni} run on. It then fails, into an answer that nobody reads.
   */
  public static <T> Uni<T> cancels(RoutingContext request, Uni<T> work) {
    return Uni.createFrom()
        .emitter(emitter -> {
          Cancellable running = work.subscribe().with(emitter::complete, emitter::fail);
          on(
              request,
              () -> {
                running.cancel();
                emitter.fail(
                    new CustardException(ErrorCode.QUERY_CANCELLED, "The caller hung up."));
              });
        });
  }
}
