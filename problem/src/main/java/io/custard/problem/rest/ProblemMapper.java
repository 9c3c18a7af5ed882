package io.custard.problem.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.problem.Problem.Violation;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.ConnectException;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** One method for each family of exceptions; whatever is unexpected says nothing but a trace id. */
public class ProblemMapper {

  @ServerExceptionMapper
  public Response expected(CustardException e, UriInfo uri) {
    return ProblemResponses.of(e.code(), e.detail(), e, uri, e.violations());
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException e, UriInfo uri) {
    List<Violation> violations =
        e.getConstraintViolations().stream()
            .map(violation -> new Violation(field(violation), violation.getMessage()))
            .sorted(java.util.Comparator.comparing(Violation::field))
            .toList();
    return ProblemResponses.of(
        ErrorCode.REQUEST_INVALID, "Correct the fields listed in violations.", e, uri, violations);
  }

  @ServerExceptionMapper(priority = 1)
  public Response malformed(JsonProcessingException e, UriInfo uri) {
    return ProblemResponses.of(
        ErrorCode.REQUEST_INVALID, "The body is not the JSON that this address takes.", e, uri);
  }

  /** Quarkus answers this subclass itself, without a body, unless a mapper names it. */
  @ServerExceptionMapper
  public Response mistyped(MismatchedInputException e, UriInfo uri) {
    List<Violation> violations =
        e.getPath().stream()
            .filter(step -> step.getFieldName() != null)
            .map(step -> new Violation(step.getFieldName(), "has the wrong type"))
            .reduce((outer, inner) -> inner)
            .stream()
            .toList();
    return ProblemResponses.of(
        ErrorCode.REQUEST_INVALID,
        "The body is not the JSON that this address takes.",
        e,
        uri,
        violations);
  }

  @ServerExceptionMapper
  public Response unauthenticated(UnauthorizedException e, UriInfo uri) {
    return ProblemResponses.of(
        ErrorCode.AUTH_REQUIRED, "Send an access token: Authorization: Bearer …", e, uri);
  }

  @ServerExceptionMapper
  public Response badToken(AuthenticationFailedException e, UriInfo uri) {
    return ProblemResponses.of(
        ErrorCode.AUTH_TOKEN_INVALID, "The token is expired or not ours; log in again.", e, uri);
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e, UriInfo uri) {
    return ProblemResponses.of(
        ErrorCode.AUTH_FORBIDDEN, "Ask an administrator of your organisation.", e, uri);
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException e, UriInfo uri) {
    if (rootCause(e) instanceof JsonProcessingException json) {
      return malformed(json, uri);
    }
    ErrorCode code = forStatus(e.getResponse().getStatus());
    return ProblemResponses.of(code, code.title() + ".", e, uri);
  }

  /** What the database client says when nothing answers. */
  @ServerExceptionMapper
  public Response upstreamAway(ConnectException e, UriInfo uri) {
    return ProblemResponses.of(
        ErrorCode.UPSTREAM_UNAVAILABLE, "Try again in a few seconds.", e, uri);
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable e, UriInfo uri) {
    return ProblemResponses.of(
        ErrorCode.INTERNAL_ERROR, "Try again; if it stays, report the traceId.", e, uri);
  }

  private static ErrorCode forStatus(int status) {
    return switch (status) {
      case 401 -> ErrorCode.AUTH_REQUIRED;
      case 403 -> ErrorCode.AUTH_FORBIDDEN;
      case 404 -> ErrorCode.REQUEST_NOT_FOUND;
      case 405 -> ErrorCode.REQUEST_METHOD_NOT_ALLOWED;
      case 406 -> ErrorCode.REQUEST_NOT_ACCEPTABLE;
      case 413 -> ErrorCode.REQUEST_TOO_LARGE;
      case 415 -> ErrorCode.REQUEST_MEDIA_TYPE;
      case 503 -> ErrorCode.UPSTREAM_UNAVAILABLE;
      default -> status >= 500 ? ErrorCode.INTERNAL_ERROR : ErrorCode.REQUEST_INVALID;
    };
  }

  private static @Nullable Throwable rootCause(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null || cause.getCause() == null ? cause : cause.getCause();
  }

  private static String field(ConstraintViolation<?> violation) {
    String name = "body";
    for (Path.Node node : violation.getPropertyPath()) {
      name = node.getName() == null ? name : node.getName();
    }
    return name;
  }
}
