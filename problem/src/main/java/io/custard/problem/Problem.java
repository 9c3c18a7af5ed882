package io.custard.problem;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer, media type {@code application/problem+json} (RFC 9457) with the
 * members {@code code}, {@code traceId} and {@code violations} added.
 *
 * @param detail what happened this time and what to do about it
 * @param traceId finds the matching log line
 * @param violations one entry for each wrong field; empty unless {@link ErrorCode#REQUEST_INVALID}
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String code,
    String traceId,
    List<Violation> violations) {

  /** The media type of this body. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    Objects.requireNonNull(type);
    Objects.requireNonNull(title);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(code);
    Objects.requireNonNull(traceId);
    violations = List.copyOf(violations);
  }

  /** One field of the request that is not as it must be. */
  public record Violation(String field, String message) {
    public Violation {
      Objects.requireNonNull(field);
      Objects.requireNonNull(message);
    }
  }

  public static Problem of(
      ErrorCode code, String detail, @Nullable String instance, String traceId) {
    return of(code, detail, instance, traceId, List.of());
  }

  static Problem of(
      ErrorCode code,
      String detail,
      @Nullable String instance,
      String traceId,
      List<Violation> violations) {
    return new Problem(
        code.type(),
        code.title(),
        code.status(),
        detail,
        instance,
        code.name(),
        traceId,
        violations);
  }

  /** The same problem with the fields that caused it. */
  public Problem withViolations(List<Violation> fields) {
    return of(ErrorCode.of(code), detail, instance, traceId, fields);
  }
}
