package io.custard.launcher.edge;

import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * What the edge does to a request it passes on: says who asked, adds the security headers to the
 * answer, and answers in our form when the service does not.
 */
record EdgeInterceptor(Upstream upstream) implements ProxyInterceptor {

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    HttpServerRequest asked = context.request().proxiedRequest();
    context
        .request()
        .headers()
        .set("X-Forwarded-For", asked.remoteAddress().hostAddress())
        .set("X-Forwarded-Proto", "http")
        .set("X-Forwarded-Host", String.valueOf(asked.authority()));
    return context.sendRequest().recover(failure -> Future.succeededFuture(away(context)));
  }

  private ProxyResponse away(ProxyContext context) {
    ErrorCode code = ErrorCode.UPSTREAM_UNAVAILABLE;
    String detail = upstream.name() + " does not answer. See ./custard status and its log.";
    ProxyResponse response = context.request().release().response();
    response.setStatusCode(code.status());
    response.putHeader("Content-Type", EdgeProblem.CONTENT_TYPE);
    return response.setBody(Body.body(EdgeProblem.body(code, detail)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    ProxyResponse response = context.response();
    SecurityHeaders.add(response.headers());
    Body body = response.getBody();
    if (body != null && body.stream() instanceof HttpClientResponse answer) {
      HttpServerResponse passedOn = context.request().proxiedRequest().response();
      response.setBody(Body.body(new TrailingBody(answer, passedOn), body.length()));
    }
    return context.sendResponse();
  }
}
