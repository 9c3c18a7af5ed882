package io.custard.problem.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.ErrorCode;
import io.custard.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers a body larger than {@code quarkus.http.limits.max-body-size} with a problem. Quarkus
 * itself would refuse it one route later, before any exception mapper, with an empty 413. A body
 * that announces its length is never kept; a chunked one is collected up to the limit.
 */
@ApplicationScoped
public class RequestSizeLimit {
  private static final ErrorCode TOO_LARGE = ErrorCode.REQUEST_TOO_LARGE;

  /**
   * So much of a body that is too large is read and thrown away before the answer: whoever still
   * writes when the connection closes, a proxy above all, never sees the answer.
   */
  private static final long DRAINED = 8L << 20;

  private static final long DRAIN_MILLIS = 10_000;

  private final ObjectMapper json;
  private final long limit;
  private final BodyHandler chunks;

  RequestSizeLimit(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M")
          MemorySize limit) {
    this.json = json;
    this.limit = limit.asLongValue();
    this.chunks = BodyHandler.create(false).setBodyLimit(this.limit);
  }

  void install(@Observes Router router) {
    router
        .route()
        .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1)
        .handler(this::check)
        .failureHandler(this::failed);
  }

  private void check(RoutingContext request) {
    long announced = announced(request.request().getHeader(HttpHeaders.CONTENT_LENGTH));
    if (announced > DRAINED) {
      refuse(request);
    } else if (announced > limit) {
      drain(request);
    } else if (request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      request.request().resume();
      chunks.handle(request);
    } else {
      request.next();
    }
  }

  private void drain(RoutingContext request) {
    long timer =
        request.vertx().setTimer(DRAIN_MILLIS, slow -> request.request().connection().close());
    request.request().handler(part -> {}).endHandler(end -> drained(request, timer));
    request.request().exceptionHandler(gone -> request.vertx().cancelTimer(timer)).resume();
  }

  private void drained(RoutingContext request, long timer) {
    request.vertx().cancelTimer(timer);
    refuse(request);
  }

  private void failed(RoutingContext request) {
    if (request.statusCode() == TOO_LARGE.status() && !request.response().ended()) {
      refuse(request);
    } else {
      request.next();
    }
  }

  private static long announced(@Nullable String contentLength) {
    try {
      return contentLength == null ? 0 : Long.parseLong(contentLength);
    } catch (NumberFormatException e) {
      return 0; // the HTTP codec refuses it
    }
  }

  /** The body may not be read to its end, so the connection is not used again. */
  private void refuse(RoutingContext request) {
    Problem problem =
        TracedProblem.of(
            TOO_LARGE,
            "Send a body of at most " + limit + " bytes.",
            request.normalizedPath(),
            null);
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(text(problem))
        .onComplete(sent -> request.request().connection().close());
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always writable", e);
    }
  }
}
