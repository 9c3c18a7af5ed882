package io.custard.launcher.edge;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a service's answer, whose trailers go to the caller too: the proxy itself drops them,
 * and a stream's end is told in them.
 */
record TrailingStream(HttpClientResponse from, HttpServerResponse to)
    implements ReadStream<Buffer> {
  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    from.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    from.handler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    from.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    from.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    from.fetch(amount);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    from.endHandler(
        handler == null
            ? null
            : end -> {
              to.trailers().addAll(from.trailers());
              handler.handle(end);
            });
    return this;
  }
}
