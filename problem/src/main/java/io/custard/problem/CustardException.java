package io.custard.problem;

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

  public CustardException(ErrorCode code, String detail) {
    this(code, detail, null, 0);
  }

  public CustardException(ErrorCode code, String detail, Throwable cause) {
    this(code, detail, cause, 0);
  }

  private CustardException(
      ErrorCode code, String detail, @Nullable Throwable cause, int retryAfterSeconds) {
    super(Objects.requireNonNull(detail), cause);
    this.code = Objects.requireNonNull(code);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The same with the whole seconds after which it is worth to try again. */
  public CustardException retryAfter(int seconds) {
    return new CustardException(code, detail(), getCause(), seconds);
  }

  /** 0: nobody knows. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  public ErrorCode code() {
    return code;
  }

  /** The sentence that travels to the caller. */
  public String detail() {
    return Objects.requireNonNull(getMessage());
  }
}
