package io.custard.problem.rest;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.problem.Problem;
import io.custard.problem.Problem.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the response that carries a problem. */
final class ProblemResponses {
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
    String path = uri.getRequestUri().getPath();
    Problem problem = TracedProblem.of(code, detail, path, cause).withViolations(violations);
    Response.ResponseBuilder response =
        Response.status(code.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (code.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (cause instanceof CustardException expected && expected.retryAfterSeconds() > 0) {
      response.header(HttpHeaders.RETRY_AFTER, expected.retryAfterSeconds());
    }
    return response.build();
  }
}
