package io.custard.query.sse;

import io.custard.query.http.Hangup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * A response of events, each written when its reader has taken the one before. A resource returns
 * it in a {@link Uni}, so that what is wrong beforehand is an ordinary problem: the framework's own
 * streams have sent their head by then. A reader who hangs up cancels the events.
 */
public record EventStream(Multi<ServerEvent> events) {
  private static final Logger LOG = Logger.getLogger(EventStream.class);

  private void sendTo(RoutingContext http, Runnable done) {
    HttpServerResponse response = http.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", MediaType.SERVER_SENT_EVENTS)
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

  /** Hands the response over, and takes it back at the end. */
  @Provider
  public static class Writer implements ServerMessageBodyWriter<EventStream> {
    @Override
    public boolean isWriteable(
        Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
      return type == EventStream.class;
    }

    @Override
    public boolean isWriteable(
        Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
      return type == EventStream.class;
    }

    @Override
    public void writeResponse(EventStream stream, Type generic, ServerRequestContext request) {
      ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request;
      context.suspend();
      stream.sendTo(context.unwrap(RoutingContext.class), context::resume);
    }

    @Override
    public void writeTo(
        EventStream stream,
        Class<?> type,
        Type generic,
        Annotation[] annotations,
        MediaType mediaType,
        MultivaluedMap<String, Object> headers,
        OutputStream out) {
      throw new UnsupportedOperationException("only the server writes a stream");
    }
  }
}
