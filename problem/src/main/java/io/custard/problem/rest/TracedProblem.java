package io.custard.problem.rest;

import io.custard.problem.ErrorCode;
import io.custard.problem.ErrorKind;
import io.custard.problem.Problem;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Draws the trace id of a problem and writes its one log line: our faults with the stack. */
final class TracedProblem {
  private static final Logger LOG = Logger.getLogger("io.custard.problem");

  private TracedProblem() {}

  static Problem of(
      ErrorCode code, String detail, @Nullable String path, @Nullable Throwable cause) {
    String traceId = UUID.randomUUID().toString().replace("-", "");
    log(code, traceId, cause);
    return Problem.of(code, detail, path, traceId);
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
