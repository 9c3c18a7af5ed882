package io.custard.connection.key;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** The one answer that shows this key. */
@JsonNaming(SnakeCaseStrategy.class)
record CreatedKey(String keyId, Instant createdAt, String agentKey, String agentCommand) {
  @Override
  public String toString() {
    return "CreatedKey[" + keyId + "]";
  }
}
