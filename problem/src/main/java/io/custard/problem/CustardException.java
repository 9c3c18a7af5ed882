package io.custard.problem;

import java.util.Objects;

/**
 * The one exception for every expected failure. The detail is a sentence for the person who asked:
 * it says what to do and never holds SQL text, row values, keys or tokens.
 */
public final class CustardException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public CustardException(ErrorCode code, String detail) {
    super(Objects.requireNonNull(detail));
    this.code = Objects.requireNonNull(code);
  }

  public CustardException(ErrorCode code, String detail, Throwable cause) {
    super(Objects.requireNonNull(detail), cause);
    this.code = Objects.requireNonNull(code);
  }

  public ErrorCode code() {
    return code;
  }

  /** The sentence that travels to the caller. */
  public String detail() {
    return Objects.requireNonNull(getMessage());
  }
}
