package io.custard.launcher.stack;

import io.custard.launcher.seed.DatabaseUrl;
import java.util.Optional;

/**
 * What a stack is started for.
 *
 * @param edgePort taken when it is free
 * @param database the user's own; empty: the sample shop
 */
public record StackOptions(int edgePort, Optional<DatabaseUrl> database) {
  private static final int EDGE_PORT = 8080;

  public static StackOptions on(Optional<DatabaseUrl> database) {
    return new StackOptions(EDGE_PORT, database);
  }

  /** As the demo account sees it. */
  String connectionName() {
    return database.map(url -> "Database " + url.database()).orElse("Sample shop");
  }
}
