package io.custard.protocol.event;

import io.custard.protocol.agent.Health;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a test found.
 *
 * @param health what the agent said; absent when it did not answer
 * @param code why there is no answer, a name of {@code io.custard.problem.ErrorCode}; absent with
 *     one
 */
public record TestedReply(
    String testId,
    long epoch,
    @Nullable Health health,
    @Nullable String code,
    @Nullable String message)
    implements Reply {
  public TestedReply {
    Objects.requireNonNull(testId);
  }
}
