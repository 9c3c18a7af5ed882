package io.custard.auth.provider;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;

/** A provider did not answer, or not as it must. What it sent is in no message. */
final class ProviderFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProviderFailure(String message) {
    super(message);
  }

  ProviderFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** What the person hears, whatever it was. */
  static CustardException told(Throwable cause) {
    return new CustardException(
        ErrorCode.AUTH_OIDC_FAILED,
        "Start the log-in again; if it fails again, try another.",
        cause);
  }
}
