package io.custard.launcher.edge;

import io.custard.problem.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** Problems the edge answers by itself, in the same form as every service. */
final class EdgeProblem {
  static final String CONTENT_TYPE = "application/problem+json";

  private EdgeProblem() {}

  static void send(HttpServerResponse response, ErrorCode code, String detail) {
    response
        .setStatusCode(code.status())
        .putHeader("Content-Type", CONTENT_TYPE)
        .end(body(code, detail));
  }

  static Buffer body(ErrorCode code, String detail) {
    return new JsonObject()
        .put("type", code.type())
        .put("title", code.title())
        .put("status", code.status())
        .put("detail", detail)
        .put("code", code.name())
        .put("traceId", UUID.randomUUID().toString().replace("-", ""))
        .toBuffer();
  }
}
