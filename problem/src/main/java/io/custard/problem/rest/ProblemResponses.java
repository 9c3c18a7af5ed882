package io.custard.problem.rest;

import io.custard.problem.ErrorCode;
import io.custard.problem.ErrorKind;
import io.custard.problem.Problem;
import io.custard.problem.Problem.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Builds the response and writes the one log line: 5xx with its stack, 4xx without. */
final class ProblemResponses {
  private static final Logger LOG = Logger.getLogger("io.custard.problem");

  private ProblemResponses() {}

  static Response of(ErrorCode code, String detail, @Nullable Throwable cause, UriInfo uri) {
    return of(code, detail, cause, uri, List.of());
  }

  static Response of(
      ErrorCode code,
      String detail,
      @Nullable Throwable cause,
      UriInfo uri,
      List<Violation> violations) {
    String traceId = UUID.randomUUID().toString().replace("-", "");
    log(code, traceId, cause);
    Problem problem =
        Problem.of(code, detail, uri.getRequestUri().getPath(), traceId).withViolations(violations);
    Response.ResponseBuilder response =
        Response.status(code.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (code.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  private static void log(ErrorCode code, String traceId, @Nullable Throwable cause) {
    Map.of("errorCode", code.name(), "traceId", traceId).forEach(MDC::put);
    try {
      if (code.kind() == ErrorKind.INTERNAL) {
        LOG.errorf(cause, "Request failed errorCode=%s traceId=%s", code, traceId);
      } else {
        LOG.infof("Request refused errorCode=%s traceId=%s", code, traceId);
      }
    } finally {
      MDC.remove("errorCode");
      MDC.remove("traceId");
    }
  }
}
