package io.custard.connection.audit;

import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, or tried to.
 *
 * @param connection with which; null when it concerns the organisation
 * @param action {@code area.deed}
 * @param outcome {@code OK}, or the name of the error code it ended with
 * @param details short, no secrets
 */
public record Deed(
    Actor by,
    @Nullable ConnectionId connection,
    String action,
    String outcome,
    Map<String, String> details) {
  private static final String OK = "OK";

  public Deed {
    Objects.requireNonNull(by);
    Objects.requireNonNull(action);
    Objects.requireNonNull(outcome);
    details = Map.copyOf(details);
  }

  /** Something that was done. */
  public Deed(
      Actor by, @Nullable ConnectionId connection, String action, Map<String, String> details) {
    this(by, connection, action, OK, details);
  }

  /** The same, but it came to nothing. */
  public Deed endedWith(ErrorCode code) {
    return new Deed(by, connection, action, code.name(), details);
  }
}
