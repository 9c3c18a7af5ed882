package io.custard.gateway.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.ErrorCode;
import io.custard.problem.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Refuses an upgrade while it is still HTTP, with a problem body and the code in a header for
 * clients that cannot read the body.
 */
@ApplicationScoped
class Refusals {
  private final ObjectMapper json;

  Refusals(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Answers.
   *
   * @param retryAfter seconds; 0 when trying again would change nothing
   */
  void refuse(RoutingContext context, ErrorCode code, String detail, int retryAfter) {
    HttpServerResponse response = context.response().setStatusCode(code.status());
    response.putHeader("Content-Type", Problem.MEDIA_TYPE).putHeader("Custard-Error", code.name());
    response.putHeader("Connection", "close"); // a socket that is of no use any more costs us one
    if (retryAfter > 0) {
      response.putHeader("Retry-After", Integer.toString(retryAfter));
    }
    if (code.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    String traceId = UUID.randomUUID().toString().replace("-", "");
    try {
      Problem problem = Problem.of(code, detail, context.request().path(), traceId);
      response.end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always JSON", e);
    }
  }
}
