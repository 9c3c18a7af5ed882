package io.custard.query.workflow.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * How a workflow ended.
 *
 * @param code why it did not succeed
 * @param detail for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record End(State state, @Nullable ErrorCode code, @Nullable String detail) {

  /** What may become of a workflow. */
  public enum State {
    SUCCEEDED,
    FAILED,
    CANCELLED
  }

  public static final End SUCCEEDED = new End(State.SUCCEEDED, null, null);
  public static final End CANCELLED =
      new End(State.CANCELLED, ErrorCode.QUERY_CANCELLED, "It was cancelled.");
  public static final End LATE =
      new End(State.FAILED, ErrorCode.QUERY_DEADLINE_EXCEEDED, "There was no time left.");

  public static End failed(CustardException failure) {
    return new End(State.FAILED, failure.code(), failure.detail());
  }
}
