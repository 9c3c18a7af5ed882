package io.custard.connection.key;

import io.custard.connection.registry.OwnedConnection;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Knows how many links that are heard now were opened with each key of a connection. */
public interface LinksByKey {
  Uni<Map<String, Integer>> inUse(OwnedConnection connection);
}
