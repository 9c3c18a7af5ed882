package io.custard.launcher.edge;

import io.custard.problem.ErrorCode;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/**
 * Passes a WebSocket upgrade on and then bytes both ways, unread. The proxy library can do that
 * too, but drops headers and body of a refusal, and an agent must see why it was refused. Each goes
 * to the next replica in turn; one that is away or does not answer is passed over.
 */
record UpgradeProxy(HttpClient client) {
  private static final int ANSWER_SECONDS = 5;
  private static final int SWITCHING_PROTOCOLS = 101;

  static boolean isUpgrade(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method())
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  void handle(HttpServerRequest asked, Replicas replicas) {
    asked.pause();
    attempt(asked, replicas.inTurn().iterator(), replicas.service());
  }

  private void attempt(HttpServerRequest asked, Iterator<Upstream> rest, String service) {
    if (!rest.hasNext()) {
      away(asked, service);
      return;
    }
    ask(asked, rest.next())
        .onSuccess(answer -> answered(asked, answer))
        .onFailure(failure -> {
          if (!asked.response().closed()) {
            attempt(asked, rest, service);
          }
        });
  }

  private Future<HttpClientResponse> ask(HttpServerRequest asked, Upstream upstream) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost("127.0.0.1")
            .setPort(upstream.port())
            .setURI(asked.uri())
            .setHeaders(headers(asked));
    return client
        .request(options)
        .compose(sent -> {
          asked.response().closeHandler(gone -> sent.reset());
          // Told to nobody but here once the link stands, and a link's end is no news.
          sent.exceptionHandler(ended -> {});
          return sent.connect()
              .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
              .onFailure(failure -> sent.reset());
        });
  }

  private static MultiMap headers(HttpServerRequest asked) {
    return MultiMap.caseInsensitiveMultiMap()
        .addAll(asked.headers())
        .set("X-Forwarded-For", asked.remoteAddress().hostAddress())
        .set("X-Forwarded-Proto", "http");
  }

  private void answered(HttpServerRequest asked, HttpClientResponse answer) {
    asked.response().setStatusCode(answer.statusCode());
    asked.response().headers().addAll(answer.headers());
    if (answer.statusCode() == SWITCHING_PROTOCOLS) {
      NetSocket inner = answer.netSocket().pause();
      asked
          .toNetSocket()
          .onSuccess(outer -> join(outer, inner))
          .onFailure(failure -> inner.close());
    } else {
      asked.resume();
      answer.body().onComplete(body -> asked.response().end(bodyOf(body)));
    }
  }

  private static Buffer bodyOf(AsyncResult<Buffer> body) {
    return body.succeeded() ? body.result() : Buffer.buffer();
  }

  /** When either side ends, the other does. */
  private static void join(NetSocket outer, NetSocket inner) {
    Future.all(outer.pipeTo(inner), inner.pipeTo(outer))
        .onComplete(ended -> {
          outer.close();
          inner.close();
        });
  }

  private void away(HttpServerRequest asked, String service) {
    asked.resume();
    SecurityHeaders.add(asked.response().headers());
    EdgeProblem.send(
        asked.response(),
        ErrorCode.UPSTREAM_UNAVAILABLE,
        service + " does not answer. See ./custard status and its log.");
  }
}
