package io.custard.problem;

import io.custard.problem.Problem.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one exception for every expected failure. The detail is a sentence for the person who asked:
 * it says what to do and never holds SQL text, row values, keys or tokens.
 */
public final class CustardException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final int retryAfterSeconds;
  private final transient List<Violation> violations;

  public CustardException(ErrorCode code, String detail) {
    this(code, detail, null, 0, List.of());
  }

  public CustardException(ErrorCode code, String detail, Throwable cause) {
    this(code, detail, cause, 0, List.of());
  }

  private CustardException(
      ErrorCode code,
      String detail,
      @Nullable Throwable cause,
      int retryAfterSeconds,
      List<Violation> violations) {
    super(Objects.requireNonNull(detail), cause);
    this.code = Objects.requireNonNull(code);
    this.retryAfterSeconds = retryAfterSeconds;
    this.violations = List.copyOf(violations);
  }

  /** A request with these fields that are not as they must be. */
  public static CustardException invalid(List<Violation> violations) {
    return new CustardException(
        ErrorCode.REQUEST_INVALID, "Correct the fields listed in violations.", null, 0, violations);
  }

  /** The same with the whole seconds after which it is worth to try again. */
  public CustardException retryAfter(int seconds) {
    return new CustardException(code, detail(), getCause(), seconds, violations);
  }

  /** 0: nobody knows. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** Fields of the request that are not as they must be; mostly none. */
  public List<Violation> violations() {
    return violations;
  }

  public ErrorCode code() {
    return code;
  }

  /** The sentence that travels to the caller. */
  public String detail() {
    return Objects.requireNonNull(getMessage());
  }
}
