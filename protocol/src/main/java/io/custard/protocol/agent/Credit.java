package io.custard.protocol.agent;

import io.custard.protocol.QueryId;
import java.util.Objects;

/** Allows more bytes of rows. */
public record Credit(QueryId queryId, long bytes) implements GatewayFrame {
  public Credit {
    Objects.requireNonNull(queryId);
  }
}
