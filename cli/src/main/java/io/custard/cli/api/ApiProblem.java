package io.custard.cli.api;

import java.util.Objects;

/**
 * The API refused a request. The code is kept as text, so that one newer than this build survives.
 */
public final class ApiProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  public ApiProblem(String code, String detail) {
    super(Objects.requireNonNull(detail));
    this.code = Objects.requireNonNull(code);
  }

  /** The name of an {@link io.custard.problem.ErrorCode}, of this build or a newer one. */
  public String code() {
    return code;
  }

  /** The sentence for the person who asked. It may hold any character. */
  public String detail() {
    return Objects.requireNonNull(getMessage());
  }
}
