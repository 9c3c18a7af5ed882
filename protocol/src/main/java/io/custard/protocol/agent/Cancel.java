package io.custard.protocol.agent;

import io.custard.protocol.QueryId;
import java.util.Objects;

/** Nobody waits for this execution any more; stop it in the database too. */
public record Cancel(QueryId queryId) implements GatewayFrame {
  public Cancel {
    Objects.requireNonNull(queryId);
  }
}
