package io.custard.protocol.event;

import java.util.Objects;

/** Try the agent and its database now; {@link TestedReply} answers. */
public record TestCommand(
    String testId, CommandTarget target, ReplicaAddress replyTo, long deadlineEpochMillis)
    implements Command {
  public TestCommand {
    Objects.requireNonNull(testId);
    Objects.requireNonNull(target);
    Objects.requireNonNull(replyTo);
  }
}
