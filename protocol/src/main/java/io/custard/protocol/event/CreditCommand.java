package io.custard.protocol.event;

import io.custard.protocol.QueryId;
import java.util.Objects;

/** More bytes of rows may be sent. */
public record CreditCommand(QueryId queryId, CommandTarget target, long bytes) implements Command {
  public CreditCommand {
    Objects.requireNonNull(queryId);
    Objects.requireNonNull(target);
  }
}
