package io.custard.launcher.edge;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way through, as it comes; its trailers go into the passed-on answer
 * before that ends. The proxy library drops them, and a stream says in them how it ended.
 */
record TrailingBody(HttpClientResponse from, HttpServerResponse to) implements ReadStream<Buffer> {

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
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    if (handler == null) {
      from.endHandler(null);
      return this;
    }
    from.endHandler(end -> {
      if (to.isChunked() && !from.trailers().isEmpty()) {
        to.trailers().addAll(from.trailers());
      }
      handler.handle(null);
    });
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
}
