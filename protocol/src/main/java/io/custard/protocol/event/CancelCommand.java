package io.custard.protocol.event;

import io.custard.protocol.QueryId;
import java.util.Objects;

/** The asker is gone. */
public record CancelCommand(QueryId queryId, CommandTarget target) implements Command {
  public CancelCommand {
    Objects.requireNonNull(queryId);
    Objects.requireNonNull(target);
  }
}
