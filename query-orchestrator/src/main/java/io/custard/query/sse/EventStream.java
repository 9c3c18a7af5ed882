package io.custard.query.sse;

import io.custard.query.http.Hangup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * A response of events, each written when its reader has taken the one before. A resource returns
 * it in a {@link Uni}, so that what is wrong beforehand is an ordinary problem: the framework's own
 * streams have sent their head by then. A reader who hangs up cancels the events.
 */
public record EventStream(Multi<ServerEvent> events) {
  private static final Logger LOG = Logger.getLogger(EventStream.class);

  void sendTo(RoutingContext http, Runnable done) {
    HttpServerResponse response = http.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no");
    Cancellable sending =
        events
            .onItem()
            .transformToUniAndConcatenate(event -> written(response, event))
            .onItem()
            .ignoreAsUni()
            .onFailure()
            .invoke(failure -> LOG.warnf("An event stream broke off: %s", failure))
            .onFailure()
            .recoverWithNull()
            .subscribe()
            .with(ignored -> end(response, done));
    Hangup.on(http, sending::cancel);
  }

  private static Uni<Void> written(HttpServerResponse response, ServerEvent event) {
    return UniHelper.toUni(response.write(event.text()));
  }

  private static void end(HttpServerResponse response, Runnable done) {
    if (!response.closed() && !response.ended()) {
      response.end();
    }
    done.run();
  }
}
