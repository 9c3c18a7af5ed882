package io.custard.query;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.ConnectionRegisteredV1;
import java.util.List;
import java.util.UUID;

/** What connection-service says of connections. */
final class TestingConnections {
  private TestingConnections() {}

  static ConnectionRegisteredV1 event(
      ConnectionId id,
      UUID organisation,
      String dialect,
      long version,
      Boolean cleanRole,
      List<String> functions,
      String exposure) {
    return new ConnectionRegisteredV1(
        id,
        new OrganisationId(organisation),
        "test",
        dialect,
        List.of(),
        version,
        false,
        cleanRole,
        functions,
        null,
        null,
        exposure);
  }
}
